import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getKind } from '../catalogue/index.ts'
import { anEntry, anEntryId } from './builders.ts'
import { canonicalJson } from './canonical.ts'
import { judgeEntry } from './judge-entry.ts'
import { resolveFacts } from './resolve-facts.ts'

const followUp = getKind('follow_up')

describe('judging an entry', () => {
  test('JRN-1 a good entry has no fault', () => {
    expect(judgeEntry(anEntry(1), followUp)).toEqual([])
  })

  test('JRN-1 every wrong field is named, and no fault repeats what was found', () => {
    const entry = anEntry(1, { open: { channel: 'Rahima', reached: 7, surprise: 'Kajol' } })
    const faults = judgeEntry(entry, followUp)
    expect(faults.map(({ field }) => field).sort()).toEqual(['channel', 'reached', 'surprise'])
    expect(JSON.stringify(faults)).not.toMatch(/Rahima|Kajol/)
  })

  test('JRN-11 a required field left out is a fault, an optional one is not', () => {
    expect(judgeEntry(anEntry(1, { open: { reached: 'survivor' } }), followUp)).toMatchObject([
      { field: 'channel' },
    ])
  })

  test('JRN-14 a retraction says nothing but what it takes back', () => {
    expect(judgeEntry(anEntry(2, { retracts: anEntryId(1), open: {} }), followUp)).toEqual([])
    expect(judgeEntry(anEntry(2, { retracts: anEntryId(1) }), followUp)).toHaveLength(2)
  })

  test('a score outside its instrument is refused though another instrument would take it', () => {
    const scored = (instrument: string, score: number) =>
      judgeEntry(anEntry(1, { kind: 'assessment', open: { instrument, score } }), getKind('assessment'))
    expect(scored('who5', 100)).toEqual([])
    expect(scored('phq9', 28)).toMatchObject([{ field: 'score' }])
    expect(scored('aso', 0.5)).toMatchObject([{ field: 'score' }])
  })

  test('JRN-2 unknown fields of a later version are accepted and survive a round trip', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z_]{3,12}$/), fc.jsonValue({ maxDepth: 2 })),
        (future) => {
          const entry = anEntry(1, {
            version: 99,
            open: { ...future, channel: 'phone', reached: 'survivor' },
          })
          expect(judgeEntry(entry, followUp)).toEqual([])
          const again = JSON.parse(canonicalJson(entry))
          expect(canonicalJson(again)).toBe(canonicalJson(entry))
          expect(resolveFacts([again])[0]?.open).toEqual(JSON.parse(JSON.stringify(entry.open)))
        },
      ),
    )
  })
})
