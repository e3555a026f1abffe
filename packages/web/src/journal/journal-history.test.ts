import type { EntryId, Instant, PartialDate, SubjectId } from '@sathi/domain/journal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactView } from '../api/index.ts'
import { journalHistory } from './journal-history.ts'

function entry(id: string, change: Partial<FactView> = {}): FactView {
  return {
    id: id as EntryId,
    kind: 'follow_up',
    version: 1,
    subject: { type: 'case', id: 's' as SubjectId, code: 'S-0001' },
    occurredOn: '2021-01-01' as PartialDate,
    recordedAt: '2021-01-02T00:00:00.000Z' as Instant,
    receivedAt: '2021-01-02T00:00:00.000Z' as Instant,
    position: Number.parseInt(id.replaceAll(/\D/g, ''), 10),
    author: null,
    rowId: id,
    amends: null,
    retracts: null,
    open: {},
    ...change,
  }
}

const amends = (id: string) => ({ amends: id as EntryId })
const retracts = (id: string) => ({ retracts: id as EntryId })

const journal = [
  entry('e1'),
  entry('e2', amends('e1')),
  entry('e3', amends('e2')),
  entry('e4', { occurredOn: '2020-05' as PartialDate }),
  entry('e5', retracts('e4')),
  entry('e6', { occurredOn: '2022-01-01' as PartialDate }),
]

describe('the history that a journal tells', () => {
  it('shows the last amendment, with the earlier ones below it, the later first', () => {
    const fact = journalHistory(journal).find(({ entry: { id } }) => id === 'e3')
    expect(fact?.standing).toEqual({ state: 'stands' })
    expect(fact?.earlier.map(({ id }) => id)).toEqual(['e2', 'e1'])
  })

  it('shows what was taken back as taken back, and the taking back not by itself', () => {
    const facts = journalHistory(journal)
    expect(facts.find(({ entry: { id } }) => id === 'e4')?.standing).toMatchObject({ state: 'taken-back' })
    expect(facts.map(({ entry: { id } }) => id)).not.toContain('e5')
  })

  it('takes the whole fact back whichever entry of the chain is named', () => {
    const [fact] = journalHistory([entry('e1'), entry('e2', amends('e1')), entry('e3', retracts('e1'))])
    expect(fact?.entry.id).toBe('e2')
    expect(fact?.standing).toMatchObject({ state: 'taken-back' })
  })

  it('stands in order of days, whatever the order of arrival', () => {
    const order = ['e4', 'e3', 'e6']
    fc.assert(
      fc.property(fc.shuffledSubarray(journal, { minLength: journal.length }), (shuffled) => {
        expect(journalHistory(shuffled).map(({ entry: { id } }) => id)).toEqual(order)
      }),
    )
  })

  it('keeps a loop of amendments in a damaged journal from hanging the screen', () => {
    expect(journalHistory([entry('e1', amends('e2')), entry('e2', amends('e1'))])).toEqual([])
  })
})
