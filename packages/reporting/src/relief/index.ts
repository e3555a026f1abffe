export { daysFromNeedToDelivery } from './days-from-need-to-delivery.ts'
export { reachedInCrises } from './reached-in-crises.ts'
