export { daysFromRescueToHome } from './days-from-rescue-to-home.ts'
export { homeWithin147Days } from './home-within-147-days.ts'
export { negativeRoadHome } from './negative-road-home.ts'
export { survivorsRepatriated } from './survivors-repatriated.ts'
