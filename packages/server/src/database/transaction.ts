import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from 'pg'
import type { MemberSight, OrgId } from './actor.ts'
import { inBackground } from './in-background.ts'
import { sightSettings } from './sight-settings.ts'
import { type Statement, statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** What a use case holds while it reads and writes. It is void once `withTransaction` has ended. */
export type Transaction = {
  readonly orgId: OrgId
  /** Typed queries on the tables of schema `app`. They still name the organisation: the policy guards, the predicate plans. */
  readonly tables: Kysely<Tables>
  /** Runs a hand-written statement. Several may be sent before the first has answered; they run in the order sent. */
  query<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  /** The same for what a member may see: this one statement, whatever is asked before and after it. */
  queryFor<Row extends object>(
    sight: MemberSight,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Row[]>
  /**
   * Reads the rows of a statement page by page, however many there are: each page is read while the one before is worked
   * on. The statement is planned and run once; its parameters need their types (`$1::bigint`).
   */
  pages<Row extends object>(
    statement: Statement,
    values: readonly unknown[],
    size: number,
  ): AsyncIterable<Row[]>
  /** Makes the transaction end by rolling back: nothing that it wrote stays, and its answer is still given. */
  discard(): void
}

const setSight = statement(
  'set_sight',
  `select set_config('app.member_id', $1, true), set_config('app.sight', $2, true)`,
)

export type OpenTransaction = Transaction & { readonly discarded: boolean }

export function openTransaction(client: PoolClient, orgId: OrgId, own?: MemberSight): OpenTransaction {
  let tables: Kysely<Tables> | undefined
  let discarded = false
  let failure: unknown
  let cursors = 0

  const query = <Row extends object>(
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> => {
    const answer = client.query<Row>({ name, text, values: values as unknown[] })
    const rows = answer.then(
      (result) => result.rows,
      (error: unknown) => {
        // After the first failure all others only say that there was one.
        failure ??= error
        throw failure
      },
    )
    return inBackground(rows)
  }

  async function* pages<Row extends object>(
    { text }: Statement,
    values: readonly unknown[],
    size: number,
  ): AsyncGenerator<Row[], void, undefined> {
    cursors += 1
    const cursor = `pages_${cursors}`
    const fetch: Statement = { name: '', text: `fetch ${size} from ${cursor}` }
    await query({ name: '', text: `declare ${cursor} no scroll cursor for ${text}` }, values)
    let reading = query<Row>(fetch, [])
    try {
      for (let rows = await reading; rows.length > 0; rows = await reading) {
        reading = query<Row>(fetch, [])
        yield rows
      }
    } finally {
      // Also when the reader has seen enough. Nothing waits for it; a transaction that has failed closes it by itself.
      void query({ name: '', text: `close ${cursor}` }, [])
    }
  }

  return {
    orgId,
    get tables() {
      tables ??= tablesOver(client)
      return tables
    },
    query,
    queryFor(sight, asked, values) {
      // Sent one behind the other: nothing else can come between.
      void query(setSight, sightSettings(sight))
      const rows = query<never>(asked, values)
      void query(setSight, sightSettings(own))
      return rows
    },
    pages,
    discard() {
      discarded = true
    },
    get discarded() {
      return discarded
    },
  }
}

/** Kysely on the one connection of the transaction: it may neither take another nor give this one back. */
function tablesOver(client: PoolClient): Kysely<Tables> {
  const onlyConnection = { query: client.query.bind(client), release: () => undefined } as PoolClient
  const pool = { connect: async () => onlyConnection, end: async () => undefined, options: {} }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('app')
}
