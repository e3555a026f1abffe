import { findNameKeys, type NameKeys } from './name-keys.ts'
import { findPhoneKey } from './phone-key.ts'

/** What is compared of a person: keys on her device, hashes of them anywhere else. */
export type PersonKeys = {
  readonly names: readonly NameKeys[]
  readonly parents: readonly NameKeys[]
  readonly phones: readonly string[]
}

/** Where a key stands. It goes into the hash, so that a mother's name is never seen to be somebody's own. */
export type KeyPlace = 'name' | 'parent' | 'phone'

/** The keys of what is sealed about a person: her names, her parents' names, her phones. */
export function personKeys(person: {
  readonly names: readonly string[]
  readonly parents?: readonly string[]
  readonly phones?: readonly string[]
}): PersonKeys {
  return {
    names: found(person.names.map(findNameKeys)),
    parents: found((person.parents ?? []).map(findNameKeys)),
    phones: [...new Set(found((person.phones ?? []).map(findPhoneKey)))],
  }
}

function found<Item>(items: readonly (Item | undefined)[]): readonly Item[] {
  return items.filter((item) => item !== undefined)
}

/** The same person with every key replaced, by a keyed hash before anything leaves the device. */
export function replaceKeys(
  person: PersonKeys,
  tokenOf: (place: KeyPlace, key: string) => string,
): PersonKeys {
  const replaced =
    (place: KeyPlace) =>
    ({ whole, words }: NameKeys): NameKeys => ({
      whole: whole.map((key) => tokenOf(place, key)),
      words: words.map((keys) => keys.map((key) => tokenOf(place, key))),
    })
  return {
    names: person.names.map(replaced('name')),
    parents: person.parents.map(replaced('parent')),
    phones: person.phones.map((key) => tokenOf('phone', key)),
  }
}

/** Every key of a person with its place, once each: what a device hashes. */
export function keysOfPerson(person: PersonKeys): readonly (readonly [place: KeyPlace, key: string])[] {
  const keys = new Map<string, readonly [KeyPlace, string]>()
  replaceKeys(person, (place, key) => {
    keys.set(`${place} ${key}`, [place, key])
    return key
  })
  return [...keys.values()]
}
