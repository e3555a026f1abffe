import { subjectWords } from '@sathi/domain/catalogue'
import type { SubjectView } from '../api/index.ts'
import type { Speech } from '../language/index.ts'

/** A subject as people call it: what it is, and its code. One without a code is called by its id. */
export function subjectName({ word }: Pick<Speech, 'word'>, { type, id, code }: SubjectView): string {
  return type === undefined || code === undefined ? id : `${word(subjectWords(type))} ${code}`
}
