import { resolve } from 'node:path'

/** For whom a command is run: a member with the place of her passphrase, or nobody, as before there are members. */
export type Whom = ({ readonly member: string } & PassphrasePlace) | undefined

/** Where the passphrase comes from: asked for at the terminal, standard input, or a file. */
export type PassphrasePlace = { readonly passphrase: 'asked' | 'standard-input' | { readonly file: string } }

type Values = Readonly<Record<string, string | boolean | undefined>>

export function readWhom(values: Values, workingFolder: string): Whom {
  const member = values.as
  if (typeof member !== 'string') return undefined
  return { member, ...readPlace(values, workingFolder) }
}

export function readPlace(values: Values, workingFolder: string): PassphrasePlace {
  const file = values['passphrase-file']
  if (typeof file !== 'string') return { passphrase: 'asked' }
  return { passphrase: file === '-' ? 'standard-input' : { file: resolve(workingFolder, file) } }
}
