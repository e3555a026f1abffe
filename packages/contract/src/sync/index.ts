export * from './every-sync-route.ts'
export * from './quarantine-routes.ts'
export * from './sync-routes.ts'
