import type pg from 'pg'
import type { Outcome } from '../refusal/index.ts'
import { refuseLoginWithoutRights } from './database-refusal.ts'

const selectHolder = `
  select grantee::regrole::text as holder
    from pg_proc, aclexplode(proacl)
   where oid = 'app.organisation_ids()'::regprocedure and grantee not in (0, proowner, to_regrole(quote_ident($1)))
   limit 1`

/**
 * Refuses a login that may not do on the tables what the migrations give to the login for ordinary work, as when it was
 * changed after they were applied. Asked as the owner of the tables.
 */
export async function findMissingRights(
  owner: pg.Client,
  login: string,
  migrations: readonly { readonly text: string }[],
): Promise<Outcome<never> | undefined> {
  const wanted = migrations.flatMap(({ text }) => givenRights(text))
  const { rows } = await owner.query<{ all: boolean }>(`select ${wanted.join(' and ')} as all`, [login])
  if (rows[0]?.all === true) return undefined
  const holders = await owner.query<{ holder: string }>(selectHolder, [login])
  return refuseLoginWithoutRights(login, holders.rows[0]?.holder)
}

/** Each right that a migration gives to the login, as the question whether the login `$1` has it. */
function givenRights(migration: string): string[] {
  const grants = migration.matchAll(/^grant (.+) on (?:(schema|function) )?(\S+) to :"app_login";$/gm)
  return [...grants].flatMap(([, rights = '', sort = 'table', name = '']) =>
    rights.split(/, (?![^(]*\))/).flatMap((right) => {
      const [, columns] = /\((.+)\)/.exec(right) ?? []
      if (columns === undefined) return [`has_${sort}_privilege($1, '${name}', '${right}')`]
      const [verb] = right.split(' ')
      return columns
        .split(', ')
        .map((column) => `has_column_privilege($1, '${name}', '${column}', '${verb}')`)
    }),
  )
}
