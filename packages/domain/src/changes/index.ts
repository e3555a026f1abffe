export * from './kinds.ts'
export * from './labels.ts'
export * from './sheet.ts'
