export { officeFor } from './office-for.ts'
export { openOfficeStore } from './office-store.ts'
export { sightOf } from './sight-of.ts'
export { type SyncParts, syncRoutes } from './sync-routes.ts'
