export * from './document-routes.ts'
export * from './import-routes.ts'
export * from './organisation-routes.ts'
export * from './report-routes.ts'
