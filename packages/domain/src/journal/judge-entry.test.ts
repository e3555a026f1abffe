import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getKind } from '../catalogue/index.ts'
import { anEntry, anEntryId } from './builders.ts'
import { canonicalJson } from './canonical.ts'
import { type Box, isSealedPart, type SealedParts } from './compartment.ts'
import { isEntrySignature, type MemberId } from './entry.ts'
import { judgeEntry, signedForm } from './judge-entry.ts'
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

const box = 'A'.repeat(120) as Box
const sealedIn = (sealed: SealedParts) => anEntry(1, { sealed })

describe('the sealed parts of an entry', () => {
  test('JRN-15 a kind takes sealed parts in the compartments of its sealed fields and in no other', () => {
    expect(judgeEntry(sealedIn({ casework: { keyVersion: 1, box } }), followUp)).toEqual([])
    expect(judgeEntry(sealedIn({ health: { keyVersion: 1, box } }), followUp)).toMatchObject([
      { field: 'health' },
    ])
    const later = anEntry(1, { version: 99, sealed: { health: { keyVersion: 1, box } } })
    expect(judgeEntry(later, followUp)).toEqual([])
  })

  test('JRN-14 a retraction has no sealed part either', () => {
    const retraction = anEntry(2, {
      retracts: anEntryId(1),
      open: {},
      sealed: { casework: { keyVersion: 1, box } },
    })
    expect(judgeEntry(retraction, followUp)).toMatchObject([{ field: 'casework' }])
  })

  test('JRN-16 what is signed is the same whether a sealed part is there or only its digest', () => {
    const digest = 'D'.repeat(43)
    const signed = {
      by: '00000000-0000-7000-a000-000000000001' as MemberId,
      key: 1,
      signature: 'S'.repeat(86),
    }
    const digestOf = (part: { box?: string; digest?: string }) => part.digest ?? digest
    const whole = anEntry(1, { sealed: { casework: { keyVersion: 3, box } }, signed })
    const withheld = JSON.parse(canonicalJson(signedForm(whole, digestOf)))
    expect(JSON.stringify(withheld)).not.toContain(box)
    expect(JSON.stringify(withheld)).not.toContain(signed.signature)
    expect(canonicalJson(signedForm({ ...withheld, signed }, digestOf))).toBe(canonicalJson(withheld))
    const otherVersion = { ...whole, sealed: { casework: { keyVersion: 4, box } } }
    expect(canonicalJson(signedForm(otherVersion, digestOf))).not.toBe(canonicalJson(withheld))
  })

  test('JRN-15 a sealed part and a signature from outside are told by their form', () => {
    expect(isSealedPart({ keyVersion: 1, box })).toBe(true)
    expect(isSealedPart({ keyVersion: 1, digest: 'D'.repeat(43) })).toBe(true)
    const malformed = [
      null,
      [],
      { keyVersion: 1 },
      { keyVersion: 0, box },
      { keyVersion: 1.5, box },
      { keyVersion: 1, box: 'short' },
      { keyVersion: 1, box: `${box}=` },
      { keyVersion: 1, box: 'A'.repeat(262_145) },
      { keyVersion: 1, box, name: 'Rahima' },
      { keyVersion: 1, digest: 'D'.repeat(44) },
    ]
    for (const part of malformed) expect(isSealedPart(part)).toBe(false)
    const good = { by: '00000000-0000-7000-a000-000000000001', key: 1, signature: 'S'.repeat(86) }
    expect(isEntrySignature(good)).toBe(true)
    for (const wrong of [{ key: 0 }, { by: 'cw-01' }, { signature: 'S' }, { note: 'Rahima' }]) {
      expect(isEntrySignature({ ...good, ...wrong })).toBe(false)
    }
  })
})
