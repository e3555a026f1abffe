import { runAs, type TestStore } from '../../database/testing/open-test-database.ts'

const tables = ['organisation', 'org_feed', 'subject', 'entry', 'sheet']

/** Runs SQL as the owner of the tables who takes all guards off first, as whoever holds the disk could. */
export async function tamper({ owner }: Pick<TestStore, 'owner'>, sql: string): Promise<void> {
  const off = tables.map(
    (table) => `alter table app.${table} no force row level security, disable trigger user`,
  )
  const on = tables.map((table) => `alter table app.${table} force row level security, enable trigger user`)
  await runAs(owner, ...off, sql, ...on)
}
