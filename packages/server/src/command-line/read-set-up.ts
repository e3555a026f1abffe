import { resolve } from 'node:path'
import { findOrganisationName } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { type PassphrasePlace, readPlace } from './whom.ts'

export type SetUpCommand = {
  readonly name: 'setup'
  readonly organisation: string
  /** The member's name as people say it, and the code by which her entries and `--as` name her. */
  readonly displayName: string
  readonly code: string
  readonly recoveryOut: string
} & PassphrasePlace

type Values = Readonly<Record<string, string | boolean | undefined>>

export function readSetUp(values: Values, workingFolder: string): Outcome<SetUpCommand> {
  const organisation = findOrganisationName(String(values.organisation ?? ''))
  const displayName = findOrganisationName(String(values.member ?? ''))
  const out = values['recovery-out']
  if (organisation === undefined || displayName === undefined || typeof out !== 'string' || out === '') {
    return refuse(
      'misused',
      'setup needs --organisation NAME, --member NAME and --recovery-out FILE.',
      'See: npm run -s sathi -- help',
    )
  }
  return done({
    name: 'setup',
    organisation,
    displayName,
    code: codeFrom(displayName),
    recoveryOut: resolve(workingFolder, out),
    ...readPlace(values, workingFolder),
  })
}

/** A user code for a name: itself where it is one, else its Latin letters and digits. */
export function codeFrom(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(name)) return name
  const letters = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return letters.slice(0, 40).replace(/-+$/, '') || 'member-1'
}
