import type { CompartmentWrapPlace } from './wrap-key.ts'

/** A compartment of a case. */
export type CompartmentPlace = Omit<CompartmentWrapPlace, 'keyVersion' | 'holderId'>

export type NewVersion = { readonly keyVersion: number; readonly holderIds: readonly string[] }

/**
 * The version that the next key of a compartment has, and whom it is wrapped to, when some holders lose access: the
 * holders of the newest version without those. What was written before stays under its old version, which they may
 * have kept: nothing takes back what somebody has read.
 */
export function planNewVersion(
  wraps: readonly CompartmentWrapPlace[],
  of: CompartmentPlace,
  losing: readonly string[],
): NewVersion {
  const here = wraps.filter(
    (wrap) =>
      wrap.organisationId === of.organisationId &&
      wrap.subjectId === of.subjectId &&
      wrap.compartment === of.compartment,
  )
  const newest = here.reduce((version, wrap) => Math.max(version, wrap.keyVersion), 0)
  const holders = here.filter(({ keyVersion }) => keyVersion === newest).map(({ holderId }) => holderId)
  return {
    keyVersion: newest + 1,
    holderIds: [...new Set(holders)].filter((holder) => !losing.includes(holder)),
  }
}
