import type { Instant } from '@sathi/domain'
import type { Change, Epoch, Office, Submission } from '@sathi/sync'

/** An office without a server: what it answers is for the test to say. */
export type OfficeInPage = Office & {
  mood: 'unreachable' | 'ok' | 'wipe' | 'locked'
  leaseDays: number
  changes: Change[]
  readonly pushed: Submission[]
  readonly reads: unknown[]
  readonly wipes: string[]
}

const unreachable = { state: 'unreachable', why: 'no-network' } as const
const seal = 'A'.repeat(43)

export function officeInPage(): OfficeInPage {
  const now = (later = 0) => new Date(Date.now() + later).toISOString() as Instant
  const isGone = () => office.mood === 'unreachable'
  const office: OfficeInPage = {
    mood: 'unreachable',
    leaseDays: 14,
    changes: [],
    pushed: [],
    reads: [],
    wipes: [],
    async hello() {
      if (isGone()) return unreachable
      if (office.mood === 'wipe') return { state: 'wipe' }
      if (office.mood === 'locked') return { state: 'locked', reason: 'device-locked' }
      return {
        state: 'ok',
        serverTime: now(),
        leaseUntil: now(office.leaseDays * 86_400_000),
        head: { epoch: 'e1' as Epoch, position: 0, seal },
        oldest: { push: '0', pull: '0' },
      }
    },
    async wiped({ device }) {
      if (isGone()) return unreachable
      office.wipes.push(device)
      return { state: 'noted' }
    },
    async push({ submissions, reads }) {
      if (isGone()) return unreachable
      office.reads.push(...reads)
      return {
        outcomes: submissions.map((submission) => {
          office.pushed.push(submission)
          return { id: submission.entry.id, state: 'stored', position: office.pushed.length }
        }),
        otherKeys: [],
        serverTime: now(),
      }
    },
    async pull({ cursor, limit }) {
      if (isGone()) return unreachable
      const from = Number(cursor ?? 0)
      const changes = office.changes.slice(from, from + limit)
      const next = from + changes.length
      return { state: 'page', changes, cursor: String(next), more: next < office.changes.length }
    },
    blob: async ({ card }) => (isGone() ? unreachable : { state: 'have', have: card.chunks.length }),
    chunk: async ({ number }) => (isGone() ? unreachable : { state: 'have', have: number + 1 }),
    fetch: async () => (isGone() ? unreachable : { state: 'not-there' }),
  }
  return office
}
