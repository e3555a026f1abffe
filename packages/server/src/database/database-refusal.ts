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

/** Why a database is not opened. */
export function refuseDatabase(kind: keyof typeof words): { readonly ok: false; readonly refusal: Refusal } {
  const [message, remedy] = words[kind]
  return refuse(kind, message, remedy)
}
