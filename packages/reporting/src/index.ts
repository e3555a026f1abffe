export * from './figures/index.ts'
export * from './report/index.ts'
