import type { Entry, EntryId, Instant } from '@sathi/domain/journal'
import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../device/index.ts'
import { caseTimeline, timelineFacts } from './case-timeline.ts'

let minute = 0

function entry(id: string, about: Partial<Record<keyof Entry, unknown>> = {}): JournalEntry {
  minute += 1
  const made = {
    id,
    subject: { type: 'case', id: 'case' },
    kind: 'follow_up',
    version: 1,
    occurredOn: '2021-03-01',
    recordedAt: `2021-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
    author: 'cw-01',
    device: null,
    open: {},
    ...about,
  }
  return { entry: made as unknown as Entry, subjectCode: 'S-1', receivedAt: '2021-03-02' as Instant }
}

const ids = (entries: readonly JournalEntry[]) => entries.map(({ entry: { id } }) => id)

describe('a timeline', () => {
  test('shows the newest day first, and of one day the last written first', () => {
    const days = caseTimeline([
      entry('a', { occurredOn: '2021-03-01' }),
      entry('b', { occurredOn: '2021-04-02' }),
      entry('c', { occurredOn: '2021-03-01' }),
      entry('d', { occurredOn: '2021-03' }),
    ])
    expect(days.map(({ day, facts }) => [day, facts.map(({ shown }) => shown.entry.id)])).toEqual([
      ['2021-04-02', ['b']],
      ['2021-03', ['d']],
      ['2021-03-01', ['c', 'a']],
    ])
  })

  test('shows a chain once, with what was said before, the later first', () => {
    const [fact, ...others] = timelineFacts([
      entry('a'),
      entry('b', { amends: 'a' }),
      entry('c', { amends: 'b' }),
    ])
    expect(others).toEqual([])
    expect(fact?.shown.entry.id).toBe('c')
    expect(ids(fact?.earlier ?? [])).toEqual(['b', 'a'])
  })

  test('keeps both of two amendments made apart, and one once they are settled', () => {
    const apart = [entry('a'), entry('b', { amends: 'a' }), entry('c', { amends: 'a' })]
    expect(ids(timelineFacts(apart)[0]?.heads ?? []).toSorted()).toEqual(['b', 'c'])
    const settled = timelineFacts([...apart, entry('d', { amends: 'b', settles: ['c'] })])
    expect(settled).toHaveLength(1)
    expect(ids(settled[0]?.heads ?? [])).toEqual(['d'])
    expect(ids(settled[0]?.earlier ?? [])).toEqual(['c', 'b', 'a'])
  })

  test('keeps what was taken back, with what it said last and who took it back', () => {
    const facts = timelineFacts([
      entry('a'),
      entry('b', { amends: 'a' }),
      entry('x', { retracts: 'b' }),
      entry('other'),
    ])
    expect(facts.map(({ shown, standing }) => [shown.entry.id, standing])).toEqual([
      ['other', 'stands'],
      ['b', 'taken-back'],
    ])
    expect(facts[1]?.takenBackBy?.entry.id).toBe('x')
  })

  test('shows what the office refused by itself, and it changes nothing that stands', () => {
    const refused = {
      ...entry('b', { amends: 'a' }),
      standing: { state: 'refused', refusal: { reason: 'loop' } },
    }
    const facts = timelineFacts([entry('a'), refused as JournalEntry])
    expect(facts.map(({ shown, standing }) => [shown.entry.id, standing])).toEqual([
      ['a', 'stands'],
      ['b' as EntryId, 'not-taken'],
    ])
  })
})
