import type { CompartmentWrapPlace } from './wrap-key.ts'

/** A case, by the organisation that holds it. */
export type CasePlace = Pick<CompartmentWrapPlace, 'organisationId' | 'subjectId'>

/**
 * The wraps that must go when a person is to be forgotten: of her case all of them, of every compartment, version and
 * holder, the recovery key's too. When none of these is left, nobody can open what is sealed about her, for a
 * compartment key exists nowhere but in its wraps; her attachments go with it, since their keys are sealed fields.
 * Asked again of what is left, an empty answer is the proof. The tokens of her names are no wraps and go beside them.
 */
export function wrapsToForget<W extends CompartmentWrapPlace>(wraps: readonly W[], of: CasePlace): W[] {
  return wraps.filter((wrap) => wrap.organisationId === of.organisationId && wrap.subjectId === of.subjectId)
}
