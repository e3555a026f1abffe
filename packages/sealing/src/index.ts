// Recovery is not here: its word list is loaded when words are shown or typed, from '@sathi/sealing/recovery'.
export * from './attachments/index.ts'
export * from './compartments/index.ts'
export * from './entries/index.ts'
export * from './members/index.ts'
export {
  type Bytes,
  findBase64url,
  findText,
  type KeyPair,
  type KeyUse,
  normalPassphrase,
  type Opened,
  toBase64url,
  utf8,
  type WebKey,
} from './primitives/index.ts'
export * from './vault/index.ts'
