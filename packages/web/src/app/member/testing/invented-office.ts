import type { Instant } from '@sathi/domain/journal'
import type { Change, Epoch, Office, PushOutcome } from '@sathi/sync'

const dayLength = 86_400_000
const epoch = 'invented' as Epoch

/** An office in the page: it delivers what it is given, and takes all but the risk and the code that journeys want refused. */
export function inventedOffice(
  changes: readonly Extract<Change, { change: 'entry' }>[],
  leaseDays: number,
): Office {
  let position = changes.length
  const now = () => new Date().toISOString() as Instant
  return {
    hello: async () => ({
      state: 'ok',
      serverTime: now(),
      leaseUntil: new Date(Date.now() + leaseDays * dayLength).toISOString() as Instant,
      head: { epoch, position, seal: 'A'.repeat(43) as never },
      oldest: { push: '0', pull: '0' },
    }),
    wiped: async () => ({ state: 'noted' }),
    push: async ({ submissions }) => ({
      outcomes: submissions.map(({ entry, subjectCode }): PushOutcome => {
        if (entry.open.risk_id === 'r-refused')
          return { id: entry.id, state: 'refused', refusal: { reason: 'faults', faults: [] } }
        if (subjectCode === 'S-TAKEN')
          return { id: entry.id, state: 'refused', refusal: { reason: 'subject-code-taken' } }
        position += 1
        return { id: entry.id, state: 'stored', position }
      }),
      otherKeys: [],
      serverTime: now(),
    }),
    async pull({ cursor, limit }) {
      const from = Number(cursor ?? '0')
      const page = changes.slice(from, from + limit)
      return {
        state: 'page',
        changes: page,
        cursor: String(from + page.length),
        more: from + page.length < changes.length,
      }
    },
    blob: async ({ card }) => ({ state: 'have', have: card.chunks.length }),
    chunk: async ({ number }) => ({ state: 'have', have: number + 1 }),
    fetch: async () => ({ state: 'not-there' }),
  }
}
