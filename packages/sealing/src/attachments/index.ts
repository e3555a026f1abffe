export * from './seal-chunk.ts'
export * from './seal-file.ts'
