export * from './fact-routes.ts'
