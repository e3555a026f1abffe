export * from './branded.ts'
export * from './route.ts'
