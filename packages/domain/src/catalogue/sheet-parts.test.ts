import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Entry,
  foldPart,
  resolveFacts,
  type SubjectId,
  type SubjectRef,
  subjectTypes,
  type Unsettled,
} from '../journal/index.ts'
import { kinds } from './catalogue.ts'
import { findPartsOf, partsBySubject, sheetParts } from './sheet-parts.ts'
import { anyJournal } from './testing/any-journal.ts'

const subject = (type: SubjectRef['type'], number: number): SubjectRef => {
  return { type, id: `00000000-0000-7000-9000-00000000000${number}` as SubjectId }
}

function sheetOf(entries: readonly Entry[], of: SubjectRef): unknown[] {
  return partsBySubject[of.type].map((part) => foldPart(part, entries, of))
}

test('every kind belongs to exactly one part, of its own subject', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    expect(findPartsOf(name).map(({ subject: type }) => type)).toEqual([kind.subject])
  }
  expect(findPartsOf('no_such_kind')).toEqual([])
})

test('every part stands under its own name', () => {
  for (const [name, part] of Object.entries(sheetParts)) expect(part.name).toBe(name)
})

describe.each(subjectTypes)('the sheet of a %s', (type) => {
  test('JRN-8 is the same whatever the order of arrival, and when entries arrive twice', () => {
    const arrivals = anyJournal(type).chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.subarray(entries),
      ),
    )
    fc.assert(
      fc.property(arrivals, ([entries, shuffled, again]) => {
        const sheet = sheetOf(entries, subject(type, 1))
        expect(sheetOf([...shuffled, ...again], subject(type, 1))).toEqual(sheet)
      }),
      { numRuns: 200 },
    )
  })

  test('is plain JSON and does not know its subject', () => {
    fc.assert(
      fc.property(anyJournal(type), (entries) => {
        const sheet = sheetOf(entries, subject(type, 1))
        for (const body of sheet) {
          if (body !== undefined) expect(JSON.parse(JSON.stringify(body))).toStrictEqual(body)
        }
        const elsewhere = entries.map((entry) => ({ ...entry, subject: subject(type, 2) }))
        expect(sheetOf(elsewhere, subject(type, 2))).toEqual(sheet)
      }),
      { numRuns: 50 },
    )
  })

  test('JRN-2 is not disturbed by fields of a later version', () => {
    fc.assert(
      fc.property(anyJournal(type), (entries) => {
        const later = entries.map((entry) => ({
          ...entry,
          version: entry.version + 1,
          open: entry.retracts === undefined ? { ...entry.open, of_a_later_version: 'x' } : entry.open,
        }))
        expect(sheetOf(later, subject(type, 1))).toEqual(sheetOf(entries, subject(type, 1)))
      }),
      { numRuns: 50 },
    )
  })

  test('JRN-7 marks every fact whose amendments were made apart', () => {
    fc.assert(
      fc.property(anyJournal(type), (entries) => {
        for (const part of partsBySubject[type]) {
          const own = entries.filter(({ kind }) => part.kinds.includes(kind))
          const apart = resolveFacts(own).flatMap(({ heads }) => (heads.length > 1 ? [heads] : []))
          const body = foldPart(part, entries, subject(type, 1)) as Unsettled | undefined
          expect(body?.unsettled ?? []).toEqual(apart)
        }
      }),
      { numRuns: 100 },
    )
  })
})
