export * from './catalogue.ts'
export * from './sheet-parts.ts'
