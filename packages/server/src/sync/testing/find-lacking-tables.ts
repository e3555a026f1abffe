import type { TestStore } from '../../database/testing/open-test-database.ts'
import { runAs } from '../../database/testing/open-test-database.ts'

/** Tables that hold something of an organisation and are not among those that are named. */
export async function findLackingTables(
  owner: TestStore['owner'],
  known: readonly string[],
): Promise<readonly string[]> {
  const rows = await runAs(
    owner,
    `select n.nspname || '.' || c.relname as name from pg_class as c
     join pg_namespace as n on n.oid = c.relnamespace
     join pg_attribute as a on a.attrelid = c.oid and a.attname = 'org_id'
     where n.nspname in ('app', 'auth') and c.relkind = 'r' and c.relname <> 'first_set_up' order by 1`,
  )
  return (rows as { name: string }[]).map(({ name }) => name).filter((name) => !known.includes(name))
}
