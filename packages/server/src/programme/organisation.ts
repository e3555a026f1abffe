/** The organisation that a deployment serves, as its first screen shows it. */
export type Organisation = {
  /** Null until somebody gives it one. */
  readonly name: string | null
  /** Only invented people: said on every screen and page. */
  readonly synthetic: boolean
  readonly entries: number
  readonly cases: number
}

/** What is stored as its name until somebody gives it one: line lists may come before the set-up. */
export const nameUntilSetUp = 'Our organisation'

/** A name is one line of at most 200 characters; undefined when the text is none. */
export function findOrganisationName(text: string): string | undefined {
  const name = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  return name.length >= 1 && name.length <= 200 && !/\p{Cc}/u.test(name) ? name : undefined
}
