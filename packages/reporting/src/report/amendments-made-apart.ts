import type { PartName, SubjectId, Unsettled } from '@sathi/domain'
import type { DataQualityCheck } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'

/** Facts that two people amended without knowing of each other; the later amendment counts until a person settles it. */
export const amendmentsMadeApart = {
  code: 'amendments_made_apart',
  find: ({ book }) => {
    const found: Counted[] = []
    for (const part of Object.keys(book) as PartName[]) {
      const sheets: ReadonlyMap<SubjectId, Unsettled> = book[part]
      for (const [subject, { unsettled = [] }] of sheets) {
        for (const entries of unsettled) found.push({ subject, entries })
      }
    }
    return found
  },
} as const satisfies DataQualityCheck
