export * from './counted.ts'
export * from './figure.ts'
export * from './report.ts'
