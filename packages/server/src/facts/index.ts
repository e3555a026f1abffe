export { factRoutes } from './fact-routes.ts'
export { viewFacts } from './view-facts.ts'
