export * from './credential.ts'
export * from './joining-routes.ts'
export * from './own-routes.ts'
export * from './sign-in-routes.ts'
