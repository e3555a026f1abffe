export * from './countries.ts'
export * from './currencies.ts'
export * from './districts.ts'
export * from './labels.ts'
