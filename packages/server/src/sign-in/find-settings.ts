import { weakestParameters } from '@sathi/sealing'
import { statement, type Transaction } from '../database/index.ts'
import type { StretchParameters } from './credential.ts'
import { findPepper, fromPepper, type Pepper } from './pepper.ts'

/** How a device derives from a passphrase, asked for before anybody is signed in. */
export type PassphraseSettings = { readonly salt: string; readonly parameters: StretchParameters }

// One statement, whether or not somebody has the code. A code that nobody has is given the parameters of a member whom its
// hash picks, and keeps them while others come and go.
const selectSettings = statement(
  'find_passphrase_settings',
  `select hers.salt, coalesce(hers.memory_kib, others.memory_kib) as memory_kib, coalesce(hers.passes, others.passes) as passes,
          coalesce(hers.lanes, others.lanes) as lanes
   from (select c.memory_kib, c.passes, c.lanes from auth.credential as c where c.org_id = (select app.org_id())
         order by sha256($2::bytea || uuid_send(c.member_id)) limit 1) as others
   left join (select c.salt, c.memory_kib, c.passes, c.lanes from app.member as m
              join auth.credential as c on c.org_id = m.org_id and c.member_id = m.id
              where m.org_id = (select app.org_id()) and lower(m.code) = lower($1)) as hers on true`,
)

type Row = {
  readonly salt: string | null
  readonly memory_kib: number
  readonly passes: number
  readonly lanes: number
}

/** Salt and parameters of a member, or of nobody in the same shape: always the same for the same code. */
export async function findSettings(tx: Transaction, code: string): Promise<PassphraseSettings> {
  const pepper = (await findPepper(tx)) ?? (Buffer.alloc(32) as Buffer as Pepper)
  const invented = fromPepper(pepper, 'salt', code.toLowerCase())
  const [row] = await tx.query<Row>(selectSettings, [code, invented])
  const salt = row?.salt ?? invented.subarray(0, 16).toString('base64url')
  if (row === undefined) {
    const { memoryKiB, passes, lanes } = weakestParameters
    return { salt, parameters: { memoryKiB, passes, lanes } }
  }
  return { salt, parameters: { memoryKiB: row.memory_kib, passes: row.passes, lanes: row.lanes } }
}
