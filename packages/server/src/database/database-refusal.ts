import pg from 'pg'
import { type Refusal, refuse } from '../refusal/index.ts'

const words = {
  'newer-database': [
    'A newer version of Sathi has used this database. Nothing was changed.',
    'Start the newer version, or restore a backup into a new folder.',
  ],
  'changed-migration': [
    'The tables of this database were not made by this version of Sathi. Nothing was changed.',
    'Start the version that made them, or restore a backup into a new folder.',
  ],
  'unguarded-login': [
    'The login for ordinary work passes by row-level security. Nothing was read or changed.',
    'Give Sathi a login that is no superuser and does not have BYPASSRLS.',
  ],
} as const

/** The login has not got the rights on the tables that another login was given when they were made. */
export function refuseLoginWithoutRights(
  login: string,
  holder: string | undefined,
): { readonly ok: false; readonly refusal: Refusal } {
  const message = `The login ${login} for ordinary work may not use Sathi's tables. Nothing was read or changed.`
  if (holder === undefined) {
    return refuse('login-without-rights', message, 'Restore the latest backup into a new, empty database.')
  }
  return refuse(
    'login-without-rights',
    message,
    `Set DATABASE_APP_URL to the login ${holder}, which they were made for, or have their owner run: grant ${holder} to ${pg.escapeIdentifier(login)}`,
  )
}

/** Why a database is not opened. */
export function refuseDatabase(kind: keyof typeof words): { readonly ok: false; readonly refusal: Refusal } {
  const [message, remedy] = words[kind]
  return refuse(kind, message, remedy)
}
