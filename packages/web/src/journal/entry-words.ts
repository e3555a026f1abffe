import { fieldWords, findKind, kindWords } from '@sathi/domain/catalogue'
import type { Speech } from '../language/index.ts'

type Words = Pick<Speech, 'word'>

/** What a kind of entry is called; one of a later version of Sathi by its own name, because it is kept and shown too. */
export function kindName({ word }: Words, kind: string): string {
  return findKind(kind) === undefined ? spelled(kind) : word(kindWords(kind))
}

/** What a field is called; one that this version does not declare by its own name. */
export function fieldName({ word }: Words, kind: string, field: string): string {
  const declared = findKind(kind)?.open ?? {}
  return Object.hasOwn(declared, field) ? word(fieldWords(kind, field)) : spelled(field)
}

function spelled(name: string): string {
  return name.replaceAll('_', ' ')
}
