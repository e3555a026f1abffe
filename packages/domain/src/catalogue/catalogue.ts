import { aftercareKinds } from '../aftercare/index.ts'
import { agencyKinds } from '../agencies/index.ts'
import { assessmentKinds } from '../assessments/index.ts'
import { caseKinds } from '../cases/index.ts'
import { changeKinds } from '../changes/index.ts'
import { communityKinds } from '../community/index.ts'
import { consentKinds } from '../consent/index.ts'
import { counsellingKinds } from '../counselling/index.ts'
import { evaluationKinds } from '../evaluation/index.ts'
import { healthKinds } from '../health/index.ts'
import { identificationKinds } from '../identification/index.ts'
import type { AnyKind } from '../journal/index.ts'
import { livelihoodKinds } from '../livelihoods/index.ts'
import { mentoringKinds } from '../mentoring/index.ts'
import { reliefKinds } from '../relief/index.ts'
import { repatriationKinds } from '../repatriation/index.ts'
import { trainingKinds } from '../training/index.ts'

/** Every kind of entry that a journal may hold, by name. */
export const kinds = {
  ...caseKinds,
  ...consentKinds,
  ...repatriationKinds,
  ...aftercareKinds,
  ...assessmentKinds,
  ...counsellingKinds,
  ...healthKinds,
  ...livelihoodKinds,
  ...mentoringKinds,
  ...reliefKinds,
  ...communityKinds,
  ...evaluationKinds,
  ...trainingKinds,
  ...identificationKinds,
  ...agencyKinds,
  ...changeKinds,
} as const

export type KindName = keyof typeof kinds

/** A kind by its name, or undefined when no room declares it. */
export function findKind(name: string): AnyKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined
}

/** A kind that is known to exist. Throws when it does not. */
export function getKind(name: string): AnyKind {
  const found = findKind(name)
  if (found === undefined) throw new Error('no such kind')
  return found
}
