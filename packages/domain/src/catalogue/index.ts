export * from './catalogue.ts'
export * from './labels.ts'
export * from './sheet-parts.ts'
