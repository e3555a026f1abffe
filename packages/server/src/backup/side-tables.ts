import { statement, type Transaction } from '../database/index.ts'

/** What stands beside the journal and is backed up row by row, with the key by which its rows are in order. */
const orders = {
  'app.member': 'id',
  'app.member_role': 'member_id, role, from_at',
  'app.suspension': 'member_id, from_at',
  'app.member_key': 'member_id, number',
  'app.invitation': 'id',
  'app.device': 'id',
  'app.assignment': 'id',
  'app.break_glass': 'id',
  'app.recovery_key': 'number',
  'app.access_event': 'n',
  'app.audit_entry': 'n',
  'app.audit_end': 'org_id',
  'app.compartment_key': 'subject_id, compartment, version',
  'app.key_wrap': 'subject_id, compartment, version, holder',
  'app.quarantine': 'entry_id, body_hash',
  'app.blob': 'id',
  'app.blob_chunk': 'blob_id, number',
  'app.name_token': 'token, subject_id',
  'app.sealed_read': 'member_id, device_id, at, subject_id, compartment',
  'auth.pepper': 'org_id',
  'auth.credential': 'member_id',
  'auth.totp': 'member_id',
  'auth.recovery_code': 'member_id, hash',
  'auth.passkey': 'id',
} as const

export type SideTable = keyof typeof orders
export const sideTables = Object.keys(orders) as readonly SideTable[]

/** What is for the moment only: after a restore everybody signs in again. */
export const passingTables = ['auth.session', 'auth.attempt'] as const

// Rows of files are long: few are held at once.
const pageSize = 20

const statements = Object.fromEntries(
  sideTables.map((table) => [
    table,
    {
      read: statement(
        `backup_${table}`,
        `select to_jsonb(t) as row from ${table} as t where org_id = (select app.org_id()) order by ${orders[table]}`,
      ),
      add: statement(
        `restore_${table}`,
        `insert into ${table} select (jsonb_populate_record(null::${table}, r.row)).* from unnest($1::jsonb[]) as r (row)`,
      ),
    },
  ]),
)

const readCounters = statement(
  'backup_counters',
  'select access_n, asked_n from app.org_feed where org_id = (select app.org_id())',
)
const putCounters = statement(
  'restore_counters',
  'update app.org_feed set access_n = $1, asked_n = $2 where org_id = (select app.org_id())',
)
const noteSetUp = statement('restore_first_set_up', 'select app.take_first_set_up($1) as taken')

/** How far access events have come, and up to where it was looked which wraps are lacking. */
export type Counters = { readonly access: number; readonly asked: number }

export type SideRow = Readonly<Record<string, unknown>>

export function isSideTable(name: unknown): name is SideTable {
  return typeof name === 'string' && Object.hasOwn(orders, name)
}

/** The rows of one table, some at a time. */
export async function* readSideRows(
  tx: Transaction,
  table: SideTable,
): AsyncGenerator<SideRow[], void, undefined> {
  const { read } = statements[table] ?? missing(table)
  for await (const rows of tx.pages<{ row: SideRow }>(read, [], pageSize)) yield rows.map(({ row }) => row)
}

/** Adds rows to one table. Fails when one of them is of another organisation. */
export async function addSideRows(
  tx: Transaction,
  table: SideTable,
  rows: readonly SideRow[],
): Promise<void> {
  const { add } = statements[table] ?? missing(table)
  await tx.query(add, [rows.map((row) => JSON.stringify(row))])
}

export async function getCounters(tx: Transaction): Promise<Counters> {
  const [row] = await tx.query<{ access_n: number; asked_n: number }>(readCounters, [])
  if (row === undefined) throw new Error('an organisation without a feed')
  return { access: row.access_n, asked: row.asked_n }
}

export async function setCounters(tx: Transaction, { access, asked }: Counters): Promise<void> {
  await tx.query(putCounters, [access, asked])
}

/** Nobody sets up for the first time what was restored with its people. */
export async function noteFirstSetUp(tx: Transaction): Promise<void> {
  await tx.query(noteSetUp, [tx.orgId])
}

function missing(table: string): never {
  throw new Error(`${table} is not backed up`)
}
