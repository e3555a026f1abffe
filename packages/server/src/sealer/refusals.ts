import { refuse } from '../refusal/index.ts'

export const notVouched = refuse(
  'not-vouched',
  'Nobody vouches for the keys of this member. Nothing was done.',
  'Have the member approved by somebody who may, or run the check command: the records of people may have been changed.',
)
