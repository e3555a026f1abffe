import type { KindName } from '@sathi/domain/catalogue'

/** Kinds whose entries may be the first about a thing of their own, and the field that names it. */
const begun: Partial<Record<KindName, string>> = {
  plan_goal: 'goal_id',
  risk_raised: 'risk_id',
  retrafficking_reported: 'incident_id',
  business_started: 'business_id',
  mentoring_matched: 'match_id',
}

/** Whether an entry of this kind may give a thing its code in this field. */
export function beginsThing(kind: string, field: string): boolean {
  return begun[kind as KindName] === field
}
