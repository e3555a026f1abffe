export * from './businesses.ts'
export * from './kinds.ts'
export * from './sheet.ts'
