import { setTimeout as pause } from 'node:timers/promises'
import { isUuid } from '@sathi/domain'
import pg from 'pg'
import type { Actor, OrgId } from './actor.ts'
import type { Deployment } from './database.ts'
import { findPassingTrouble, wasNeverSent } from './passing-trouble.ts'
import { sightSettings } from './sight-settings.ts'
import { type OpenTransaction, openTransaction, type Transaction } from './transaction.ts'

export type TransactionMode = 'write' | 'snapshot'

/** How long to go on trying: PostgreSQL takes about two seconds to start again after a crash. */
const patienceMs = 30_000
/** A collision that comes again is no accident. */
const mostCollisions = 3
const longestPauseMs = 500

const begin: Readonly<Record<TransactionMode, string>> = {
  write: 'begin isolation level read committed',
  snapshot: 'begin isolation level repeatable read read only',
}

/** Runs `work` for one organisation; see `Database.withTransaction`. */
export async function runTransaction<T>(
  pool: pg.Pool,
  mode: TransactionMode,
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const settings = settingsFor(actor)
  const open = (client: pg.PoolClient) => openTransaction(client, actor.orgId, actor.member)
  return withRepeats(() => runOnce<OpenTransaction, T>(pool, mode, settings, open, work))
}

/** Runs `work` over all organisations; see `Database.withWholeTransaction`. */
export async function runDeployment<T>(
  pool: pg.Pool,
  mode: TransactionMode,
  work: (deployment: Deployment) => Promise<T>,
): Promise<T> {
  return withRepeats(() => runOnce(pool, mode, '', openDeployment, work))
}

function openDeployment(client: pg.PoolClient): Deployment & { readonly discarded: boolean } {
  let discarded = false
  let current: OpenTransaction | undefined
  return {
    async organisationIds() {
      const found = await client.query<{ id: OrgId }>('select id from app.organisation_ids() as id')
      return found.rows.map((row) => row.id)
    },
    async storedOrganisationIds() {
      const found = await client.query<{ id: OrgId }>('select id from app.stored_organisation_ids() as id')
      return found.rows.map((row) => row.id)
    },
    async become(orgId) {
      discarded ||= current?.discarded ?? false
      await client.query(settingsFor({ orgId }))
      current = openTransaction(client, orgId)
      return current
    },
    discard() {
      discarded = true
    },
    get discarded() {
      return discarded || (current?.discarded ?? false)
    },
  }
}

// One round trip with `begin` takes the simple protocol, which has no parameters: hence the judged literal.
function settingsFor({ orgId, member }: Actor): string {
  if (!isUuid(orgId)) throw new Error('an organisation is named by a UUID in lower case')
  const organisation = `select set_config('app.org_id', '${orgId}', true)`
  if (member === undefined) return organisation
  const [id, sight] = sightSettings(member).map((text) => pg.escapeLiteral(text))
  return `${organisation}, set_config('app.member_id', ${id}, true), set_config('app.sight', ${sight}, true)`
}

async function withRepeats<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs
  let collisions = 0
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt()
    } catch (error) {
      const trouble = findPassingTrouble(error)
      if (trouble === 'collision') collisions += 1
      if (trouble === undefined || collisions > mostCollisions || performance.now() > giveUpAt) throw error
    }
    await pause(pauseMs * (0.5 + Math.random()))
  }
}

async function runOnce<Handle extends { readonly discarded: boolean }, T>(
  pool: pg.Pool,
  mode: TransactionMode,
  settings: string,
  open: (client: pg.PoolClient) => Handle,
  work: (handle: Handle) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`${begin[mode]}; ${settings}`)
    const handle = open(client)
    const answer = await work(handle)
    await (handle.discarded ? client.query('rollback') : commit(client, mode))
    client.release()
    return answer
  } catch (error) {
    await giveBack(client, error)
    throw error
  }
}

async function commit(client: pg.PoolClient, mode: TransactionMode): Promise<void> {
  const { command } = await client.query('commit').catch((error: unknown) => {
    // A snapshot stores nothing, and what was never sent stored nothing either: both may be run again.
    if (findPassingTrouble(error) !== 'connection' || mode === 'snapshot' || wasNeverSent(error)) throw error
    throw new Error('The connection was lost while committing: whether it is stored is not known.', {
      cause: error,
    })
  })
  // PostgreSQL answers ROLLBACK when an earlier statement failed and its error was passed over.
  if (command !== 'COMMIT') throw new Error('a statement of this transaction failed, so nothing was stored')
}

async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
  const lost = findPassingTrouble(error) === 'connection' || client.getTransactionStatus() === null
  const ended = lost ? undefined : await client.query('rollback').catch(() => undefined)
  // A connection whose state is not known is closed, never lent again.
  client.release(ended === undefined)
}
