import { hash } from 'node:crypto'
import { statement, type Transaction } from '../database/index.ts'

/** Whose tries are counted: those at one code, at one member's second factor, or from one address. */
export type TriedBy = { readonly what: 'code' | 'factor' | 'address'; readonly name: string }

/** So many may fail before each further one makes the next wait, twice as long every time. */
const free = { code: 5, factor: 5, address: 40 } as const
const longestWaitMs = 15 * 60_000
const forgottenAfterMs = 24 * 3_600_000

const meet = statement(
  'meet_attempts',
  `insert into auth.attempt (org_id, key, failures, last_at)
   select (select app.org_id()), k, 0, $2 from unnest($1::bytea[]) as k order by k on conflict do nothing`,
)
const hold = statement(
  'hold_attempts',
  `select key, failures, last_at from auth.attempt where org_id = (select app.org_id()) and key = any($1::bytea[])
   order by key for update`,
)
const put = statement(
  'put_attempt',
  'update auth.attempt set failures = $2, last_at = $3 where org_id = (select app.org_id()) and key = $1',
)
const forget = statement(
  'forget_attempts',
  'delete from auth.attempt where org_id = (select app.org_id()) and last_at < $1',
)

type Row = { readonly key: Buffer; readonly failures: number; readonly last_at: Date }

/** Tries held for the length of a transaction: others at the same code wait, so that nobody guesses many at once. */
export type HeldTries = {
  /** Too many have failed lately: what is tried now is not looked at. */
  readonly blocked: boolean
  /** Counts a failure. Gives whether the next try will have to wait. */
  readonly fail: () => Promise<boolean>
  /** Begins to count anew, but for the address: one good passphrase does not pay for guesses at others. */
  readonly succeed: () => Promise<void>
}

/** Counts tries by hashes of what they name, in the same way for codes that nobody has. */
export async function holdTries(
  tx: Transaction,
  now: Date,
  ...tried: readonly TriedBy[]
): Promise<HeldTries> {
  const keys = tried.map((by) => ({ by, key: keyOf(by) }))
  await tx.query(meet, [keys.map(({ key }) => key), now])
  const rows = await tx.query<Row>(hold, [keys.map(({ key }) => key)])
  const held = keys.map(({ by, key }) => {
    const row = rows.find((candidate) => candidate.key.equals(key))
    const age = now.getTime() - (row?.last_at.getTime() ?? 0)
    const failures = age > forgottenAfterMs ? 0 : (row?.failures ?? 0)
    return { by, key, failures, blocked: age < waitMs(by, failures) }
  })
  return {
    blocked: held.some(({ blocked }) => blocked),
    async fail() {
      for (const { key, failures } of held) await tx.query(put, [key, failures + 1, now])
      await tx.query(forget, [new Date(now.getTime() - forgottenAfterMs)])
      return held.some(({ by, failures }) => waitMs(by, failures + 1) > 0)
    },
    async succeed() {
      for (const { by, key, failures } of held) {
        if (by.what !== 'address' && failures > 0) await tx.query(put, [key, 0, now])
      }
    },
  }
}

function waitMs({ what }: TriedBy, failures: number): number {
  const beyond = failures - free[what]
  return beyond < 0 ? 0 : Math.min(longestWaitMs, 1_000 * 2 ** beyond)
}

function keyOf({ what, name }: TriedBy): Buffer {
  return hash('sha256', `sathi try 1 ${what} ${name.toLowerCase()}`, 'buffer')
}
