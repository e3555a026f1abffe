export { factRoutes } from './fact-routes.ts'
export { type FactView, viewFacts } from './view-facts.ts'
