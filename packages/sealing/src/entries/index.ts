export * from './seal-part.ts'
export * from './sign-entry.ts'
