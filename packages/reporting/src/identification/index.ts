export { identificationRateRatio } from './identification-rate-ratio.ts'
export { identifiedByTrainedOfficers } from './identified-by-trained-officers.ts'
export { identifiedByUntrainedOfficers } from './identified-by-untrained-officers.ts'
export { referralPrecision } from './referral-precision.ts'
