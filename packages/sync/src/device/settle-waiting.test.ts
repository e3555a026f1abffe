import type { EntryId, SubjectId } from '@sathi/domain'
import { expect, test } from 'vitest'
import { anEntry, anEntryId } from '../../../domain/src/journal/builders.ts'
import type { ItemStanding, OwnItem } from './own-item.ts'
import { settleWaiting } from './settle-waiting.ts'

const toGo: ItemStanding = { state: 'to-go' }
const refused: ItemStanding = { state: 'refused', refusal: { reason: 'unknown-kind' } }
const waitingFor = (number: number): ItemStanding => ({ state: 'waiting', for: anEntryId(number) })
const otherCase = { type: 'case', id: '00000000-0000-7000-9000-000000000002' as SubjectId } as const

function anItem(
  order: number,
  standing: ItemStanding,
  about: Parameters<typeof anEntry>[1] = {},
  subjectCode?: string,
): OwnItem {
  const submission = { entry: anEntry(order, about), ...(subjectCode === undefined ? {} : { subjectCode }) }
  return { order, submission, keys: [], standing }
}

function settled(items: readonly OwnItem[]): { toGo: EntryId[]; written: unknown[] } {
  const { toGo: going, writes } = settleWaiting(items)
  return {
    toGo: going.map(({ submission }) => submission.entry.id),
    written: writes.map((write) => (write.write === 'standing' ? [write.id, write.standing] : write)),
  }
}

test('SYN-7 what amends, retracts or settles a refused entry waits for it, and what builds on that too', () => {
  const items = [
    anItem(1, refused),
    anItem(2, toGo, { amends: anEntryId(1) }),
    anItem(3, toGo, { retracts: anEntryId(2) }),
    anItem(4, toGo, { amends: anEntryId(90), settles: [anEntryId(1)] }),
    anItem(5, toGo),
  ]
  expect(settled(items)).toEqual({
    toGo: [anEntryId(5)],
    written: [
      [anEntryId(2), waitingFor(1)],
      [anEntryId(3), waitingFor(2)],
      [anEntryId(4), waitingFor(1)],
    ],
  })
})

test('SYN-7 entries of a case whose opening was refused wait for it, those of other cases do not', () => {
  const items = [
    anItem(1, refused, { kind: 'case_opened' }, 'C-1'),
    anItem(2, toGo),
    anItem(3, toGo, { subject: otherCase }),
  ]
  expect(settled(items)).toEqual({ toGo: [anEntryId(3)], written: [[anEntryId(2), waitingFor(1)]] })
})

test('SYN-7 a refused entry that opens nothing holds back nothing of its case', () => {
  expect(settled([anItem(1, refused), anItem(2, toGo)]).toGo).toEqual([anEntryId(2)])
})

test('SYN-7 what waited goes when nothing that it builds on is refused any more', () => {
  const items = [
    anItem(1, toGo, { kind: 'case_opened' }, 'C-2'),
    anItem(2, waitingFor(1)),
    anItem(3, waitingFor(2), { amends: anEntryId(2) }),
  ]
  expect(settled(items)).toEqual({
    toGo: [1, 2, 3].map(anEntryId),
    written: [
      [anEntryId(2), toGo],
      [anEntryId(3), toGo],
    ],
  })
})
