import type { Compartment, MemberId, SubjectRef } from '@sathi/domain'
import type { AccessEvent, AssignmentCard, Holder, MemberCard, NumberedEvent } from '@sathi/sync'
import { type MemberSight, statement, type Transaction } from '../database/index.ts'

// Read for the member: a wrap that is kept back from her is not joined, nor the code of a case that is not hers.
const selectEvents = statement(
  'read_access_events',
  `select e.n, e.event, s.code, w.wrap, w.made_by from app.access_event as e
   left join lateral (select code from app.subject as s where s.org_id = (select app.org_id())
     and s.id = (e.event #>> '{subject,id}')::uuid limit 1) as s on e.event ->> 'event' in ('granted', 'revoked')
   left join lateral (select wrap, made_by from app.key_wrap as w where w.org_id = (select app.org_id())
     and w.subject_id = (e.event #>> '{subject,id}')::uuid and w.compartment = e.event ->> 'compartment'
     and w.version = (e.event ->> 'version')::int and w.holder = $4::text limit 1) as w on e.event ->> 'event' = 'wrap'
   where e.org_id = (select app.org_id()) and e.n > $1::bigint and e.n <= $2::bigint
     and (e.member_id is null or e.member_id = $4::text::uuid)
   order by e.n limit $3::bigint`,
)

type Row = {
  readonly n: number
  readonly event: Stored
  readonly code: string | null
  readonly wrap: string | null
  readonly made_by: MemberId | null
}

type Stored =
  | { readonly event: 'granted' | 'revoked'; readonly subject: SubjectRef }
  | ({ readonly event: 'wrap' | 'wanted'; readonly holder: Holder } & {
      readonly subject: SubjectRef
      readonly compartment: Compartment
      readonly version: number
    })
  | { readonly event: 'member'; readonly card: { readonly memberId: MemberId } }
  | { readonly event: 'assignment'; readonly subject: SubjectRef; readonly assignment: AssignmentCard }
  /** What is told by a greeting, or by beginning again. */
  | { readonly event: 'roles' | 'standing' | 'device' }

/** The most that one statement reads. */
const atOnce = 2_000

/** What a member is told of access after an event up to another: `limit` of them, or all that there are. */
export async function readEvents(
  tx: Transaction,
  sight: MemberSight,
  { after, until, limit }: { readonly after: number; readonly until: number; readonly limit: number },
): Promise<readonly NumberedEvent[]> {
  const found: NumberedEvent[] = []
  let reached = after
  while (found.length < limit && reached < until) {
    const wanted = Math.min(limit - found.length, atOnce)
    const rows = await tx.queryFor<Row>(sight, selectEvents, [reached, until, wanted, sight.id])
    for (const row of rows) {
      const what = asEvent(row)
      if (what !== undefined) found.push({ n: row.n, what })
    }
    reached = rows.length < wanted ? until : (rows.at(-1)?.n ?? until)
  }
  return found
}

function asEvent({ event: stored, code, wrap, made_by }: Row): AccessEvent | undefined {
  switch (stored.event) {
    case 'granted':
    case 'revoked':
      return { event: stored.event, subject: stored.subject, subjectCode: code ?? '' }
    case 'wrap': {
      if (wrap === null || made_by === null) return undefined
      const { subject, compartment, version } = stored
      return { event: 'wrap', subject, compartment, version, wrap, madeBy: made_by }
    }
    case 'wanted': {
      const { subject, compartment, version, holder } = stored
      return { event: 'wanted', subject, compartment, version, holder }
    }
    case 'member':
      return { event: 'member', card: cardOnWire(stored.card) }
    case 'assignment':
      return { event: 'assignment', subject: stored.subject, assignment: stored.assignment }
    default:
      return undefined
  }
}

/** A card as devices get it: what was signed, under the name by which they look it up. */
function cardOnWire(card: { readonly memberId: MemberId }): MemberCard {
  return { ...card, member: card.memberId }
}
