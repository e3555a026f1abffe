export * from './kinds.ts'
export * from './sheet.ts'
