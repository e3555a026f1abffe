export * from './fault-codes.ts'
export * from './refusal-kinds.ts'
