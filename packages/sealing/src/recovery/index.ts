export * from './recovery-key.ts'
export * from './recovery-shares.ts'
export * from './recovery-words.ts'
export { recoveryWordsBeginning } from './word-number.ts'
