import { isUuid } from '@sathi/domain'
import type { MemberSight } from './actor.ts'

/** The settings `app.member_id` and `app.sight`, which the policies read; empty for the work of the office itself. */
export function sightSettings(sight: MemberSight | undefined): readonly [member: string, sight: string] {
  if (sight === undefined) return ['', '']
  const { id, ...lists } = sight
  // Taken for nobody, it would see everything.
  if (!isUuid(id)) throw new Error('a member is named by a UUID in lower case')
  return [id, JSON.stringify(lists)]
}
