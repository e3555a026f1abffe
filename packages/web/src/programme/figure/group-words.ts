import { codeWords } from '@sathi/domain/catalogue'
import { type Dimension, groupListNames, notRecordedWords } from '@sathi/reporting/figures'
import type { Speech } from '../../language/index.ts'

/** A group of a breakdown in the language; an agency or a code without words stays as it is. */
export function groupWords({ word }: Speech, by: Dimension, group: string): string {
  if (group === 'not_recorded') return word(notRecordedWords)
  const list = groupListNames[by]
  const words = list === undefined ? undefined : codeWords(list, group)
  return words === undefined ? group : word(words)
}
