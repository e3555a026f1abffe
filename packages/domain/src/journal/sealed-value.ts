import type { Compartment } from './compartment.ts'

/** The script a name is written in, as it is stored: told from its letters, never asked. */
export type NameScript = 'bn' | 'latn' | 'deva' | 'other'

/** A name of a person or of her parents. People have a formal name and a call name, often unrelated. */
export type NamedBy = {
  readonly text: string
  readonly script: NameScript
  readonly kind: 'formal' | 'call' | 'document' | 'alias' | 'father' | 'mother'
}

/** A telephone. What else is known of it (whose it is, when a call is safe) stands beside; absent was not recorded. */
export type PhoneNumber = { readonly number: string }

/** What a sealed field says, before it is sealed or after it was opened. A file is named, and lies encrypted elsewhere. */
export type SealedSaying = string | readonly NamedBy[] | readonly PhoneNumber[] | object

/** What an entry says in its sealed fields, by compartment and field, in clear: never stored, logged or sent so. */
export type SealedSayings = { readonly [Name in Compartment]?: Readonly<Record<string, SealedSaying>> }

/** Longest name in characters. */
export const longestPersonName = 200

const letters: readonly [NameScript, RegExp][] = [
  ['bn', /\p{Script=Bengali}/u],
  ['deva', /\p{Script=Devanagari}/u],
  ['latn', /\p{Script=Latin}/u],
]

/** The script of a name by its first letter that tells. */
export function nameScriptOf(name: string): NameScript {
  for (const letter of name) {
    const found = letters.find(([, pattern]) => pattern.test(letter))
    if (found !== undefined) return found[0]
  }
  return 'other'
}

/** A number as it is dialled; undefined when it is none. Spaces, hyphens and brackets are for the eye. */
export function findPhoneNumber(latinDigits: string): string | undefined {
  const number = latinDigits.replaceAll(/[\s().–-]/g, '')
  return /^\+?\d{5,15}$/.test(number) ? number : undefined
}
