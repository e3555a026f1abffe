import type { Compartment } from '@sathi/domain/journal'

/** The script a name is written in, as it is stored: told from its letters, never asked. */
export type NameScript = 'bn' | 'latn' | 'deva' | 'other'

/** What a name is: people have a formal name and a call name, often unrelated, and many have no family name. */
export const nameKinds = ['formal', 'call', 'document', 'alias'] as const
export const parentKinds = ['father', 'mother'] as const
export type NameKind = (typeof nameKinds)[number] | (typeof parentKinds)[number]

export type SealedName = { readonly text: string; readonly script: NameScript; readonly kind: NameKind }

export const phoneOwners = [
  'own',
  'shared',
  'husband',
  'parent',
  'relative',
  'neighbour',
  'employer',
  'other',
] as const
export type PhoneOwner = (typeof phoneOwners)[number]

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * A telephone with the rules of safe contact. What is absent was not recorded: `call`, `text` and `message` allow
 * something only when they say yes.
 */
export type SealedPhone = {
  /** Digits 0-9, with a leading + when it was given with its country. */
  readonly number: string
  readonly whose: PhoneOwner
  /** Who else picks it up or reads it. */
  readonly others?: string
  readonly call?: 'yes' | 'no'
  readonly text?: 'yes' | 'no'
  /** Whether a spoken message may be left. */
  readonly message?: 'yes' | 'no'
  /** What to say we are, to whoever answers. */
  readonly sayWeAre?: string
  readonly days?: readonly Weekday[]
  /** When it is safe, in the words people use. */
  readonly hours?: string
  /** By which she knows that it is us. */
  readonly codeWord?: string
  /** By which she tells that she cannot speak. */
  readonly dangerWord?: string
}

/** A photograph, voice or scan that was handed over and lies encrypted elsewhere. Its own name may name her, so it has none. */
export type SealedFile = { readonly blob: string; readonly mediaType: string; readonly bytes: number }

export type SealedValue = string | readonly SealedName[] | readonly SealedPhone[] | SealedFile

/** What an entry says in its sealed fields, by compartment, before it is sealed or after it was opened. */
export type SealedFieldValues = {
  readonly [Name in Compartment]?: Readonly<Record<string, SealedValue>>
}

/** Longest sealed text, in characters: what fits into a sealed part even in Bengali, with room for the other fields. */
export const longestSealedText = 20_000
export const longestName = 200

const letters: readonly [NameScript, RegExp][] = [
  ['bn', /\p{Script=Bengali}/u],
  ['deva', /\p{Script=Devanagari}/u],
  ['latn', /\p{Script=Latin}/u],
]

/** The script of a name by its first letter that tells. */
export function scriptOf(name: string): NameScript {
  for (const letter of name) {
    const found = letters.find(([, pattern]) => pattern.test(letter))
    if (found !== undefined) return found[0]
  }
  return 'other'
}
