import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCompartmentKey } from '../compartments/index.ts'
import { sealBox, sha256, toBase64url, utf8 } from '../primitives/index.ts'
import {
  openedValue,
  organisation,
  otherPlaces,
  someMemberKeys,
  withFlippedBit,
} from '../testing/builders.ts'
import { canonicalJson } from '../testing/canonical-json.ts'
import { entrySigningBytes, isEntryGenuine, openPart, sealPart, signEntry, withholdPart } from './index.ts'
import { findUnpadded, pad } from './pad.ts'

const place = {
  organisationId: organisation,
  subjectId: 'case-1',
  entryId: 'entry-1',
  kind: 'follow_up',
  compartment: 'casework',
}
const key = await createCompartmentKey()
const bytesOf = (box: string) => Uint8Array.from(Buffer.from(box, 'base64url'))
const fields = fc.dictionary(
  fc.constantFrom('name', 'narrative', 'phone', 'address'),
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer(), fc.array(fc.boolean())),
)

describe('a sealed part', () => {
  test('SEA-4 opens with its key in its place, and says what was sealed', async () => {
    const run = fc.asyncProperty(fields, fc.integer({ min: 1, max: 9 }), async (said, version) => {
      const part = await sealPart(said, key, version, place, canonicalJson)
      expect(part.keyVersion).toBe(version)
      expect(openedValue(await openPart(part, key, place))).toEqual(said)
    })
    await fc.assert(run, { numRuns: 60 })
  })

  test('SEA-4 opens in no other organisation, case, entry, kind or compartment, and under no other version', async () => {
    const run = fc.asyncProperty(fields, async (said) => {
      const part = await sealPart(said, key, 2, place, canonicalJson)
      for (const elsewhere of otherPlaces(place)) {
        expect(await openPart(part, key, elsewhere)).toEqual({ state: 'refused', reason: 'not_authentic' })
      }
      for (const keyVersion of [1, 3]) {
        expect((await openPart({ ...part, keyVersion }, key, place)).state).toBe('refused')
      }
    })
    await fc.assert(run, { numRuns: 20 })
  })

  test('SEA-4 opens with no other key, and what was never sealed is malformed', async () => {
    const part = await sealPart({ name: 'Anwara' }, key, 1, place, canonicalJson)
    expect((await openPart(part, await createCompartmentKey(), place)).state).toBe('refused')
    const boundTo = utf8(
      JSON.stringify(['sathi sealed part 1', organisation, 'case-1', 'entry-1', 'follow_up', 'casework', 1]),
    )
    for (const inside of [
      utf8('{}'),
      pad(utf8('[1]')),
      pad(utf8('null')),
      pad(utf8('{')),
      pad(utf8('{"__proto__":{"admin":true}}')),
      pad(utf8('{"people":[{"__proto__":{}}]}')),
      pad(Uint8Array.of(0xff, 0xfe)),
    ]) {
      const box = toBase64url(await sealBox(key, inside, boundTo))
      expect(await openPart({ keyVersion: 1, box }, key, place)).toEqual({
        state: 'refused',
        reason: 'malformed',
      })
    }
    const good = toBase64url(await sealBox(key, pad(utf8('{}')), boundTo))
    expect((await openPart({ keyVersion: 1, box: good }, key, place)).state).toBe('open')
  })

  test('SEA-5 does not open with any bit flipped', async () => {
    const part = await sealPart({ name: 'Anwara' }, key, 1, place, canonicalJson)
    const box = bytesOf(part.box)
    for (let bit = 0; bit < box.length * 8; bit += 3) {
      const flipped = { ...part, box: toBase64url(withFlippedBit(box, bit)) }
      expect((await openPart(flipped, key, place)).state).toBe('refused')
    }
  })

  test('SEA-6 tells nothing of its length but the step it falls into', async () => {
    const lengthOf = async (characters: number) => {
      const { box } = await sealPart({ n: 'x'.repeat(characters) }, key, 1, place, canonicalJson)
      return bytesOf(box).length - 28
    }
    // {"n":""} takes eight bytes, the mark one.
    expect(await lengthOf(0)).toBe(64)
    expect(await lengthOf(55)).toBe(64)
    expect(await lengthOf(56)).toBe(128)
    expect(await lengthOf(1015)).toBe(1024)
    expect(await lengthOf(1016)).toBe(2048)
    expect(await lengthOf(5000)).toBe(5 * 1024)
  })

  test('SEA-6 padding is taken off as it was put on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2100 }), (bytes) => {
        const padded = pad(Uint8Array.from(bytes))
        expect([64, 128, 256, 512, 1024, 2048, 3072]).toContain(padded.length)
        expect(findUnpadded(padded)).toEqual(Uint8Array.from(bytes))
      }),
    )
    expect(findUnpadded(new Uint8Array(64))).toBeUndefined()
    expect(findUnpadded(utf8('no mark'))).toBeUndefined()
  })

  test('SEA-7 is withheld as the digest of its box, and stays so', async () => {
    const part = await sealPart({ name: 'Anwara' }, key, 4, place, canonicalJson)
    const withheld = await withholdPart(part)
    expect(withheld).toEqual({ keyVersion: 4, digest: toBase64url(await sha256(bytesOf(part.box))) })
    expect(withheld && (await withholdPart(withheld))).toEqual(withheld)
    expect(await withholdPart({ keyVersion: 4, box: 'not base64' })).toBeUndefined()
  })
})

describe('the signature of an entry', async () => {
  const [author, another] = [await someMemberKeys(), await someMemberKeys()]
  const open = {
    id: 'entry-1',
    subject: { type: 'case', id: 'case-1' },
    kind: 'follow_up',
    open: { channel: 'home_visit', reached: 'survivor' },
  }
  const unsigned = {
    ...open,
    sealed: {
      casework: await sealPart({ narrative: 'she smiled' }, key, 3, place, canonicalJson),
      health: await sealPart({ note: 'slept badly' }, key, 1, place, canonicalJson),
    },
  }
  const by = { by: 'member-1', key: 1 }
  const signed = await signEntry(unsigned, organisation, by, author.signing, canonicalJson)
  const entry = { ...unsigned, signed }
  const isGenuine = (given: Parameters<typeof isEntryGenuine>[0], organisationId = organisation) =>
    isEntryGenuine(given, organisationId, author.public.signing, canonicalJson)

  test('SEA-7 holds whichever of its sealed parts are withheld', async () => {
    const { casework, health } = entry.sealed
    const hidden = { casework: await withholdPart(casework), health: await withholdPart(health) }
    expect(await isGenuine(entry)).toBe(true)
    expect(await isGenuine({ ...entry, sealed: { ...entry.sealed, health: hidden.health } })).toBe(true)
    expect(await isGenuine({ ...entry, sealed: hidden })).toBe(true)
    expect(await isGenuine({ ...entry, sealed: { casework } })).toBe(false)
    expect(await isGenuine({ ...entry, sealed: { ...hidden, health: hidden.casework } })).toBe(false)
  })

  test('SEA-7 covers every part, also one by a name that assignment passes over', async () => {
    const more: object = JSON.parse(`{"__proto__":${JSON.stringify(entry.sealed.health)}}`)
    expect(Object.keys({ ...entry.sealed, ...more })).toContain('__proto__')
    expect(await isGenuine({ ...entry, sealed: { ...entry.sealed, ...more } })).toBe(false)
  })

  test('SEA-7 is made over the tag, the organisation and the canonical text of what is left without boxes', async () => {
    const { casework, health } = entry.sealed
    const form = {
      ...open,
      sealed: { casework: await withholdPart(casework), health: await withholdPart(health) },
      signed: by,
    }
    const bytes = utf8(`sathi entry 1\n${organisation}\n${canonicalJson(form)}`)
    expect(entrySigningBytes(organisation, canonicalJson(form))).toEqual(bytes)
    const publicKey = Uint8Array.from(Buffer.from(author.public.signing, 'base64url'))
    const verifier = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify'])
    const signature = Uint8Array.from(Buffer.from(signed.signature, 'base64url'))
    expect(await crypto.subtle.verify('Ed25519', verifier, signature, bytes)).toBe(true)
  })

  test('SEA-7 holds no more when anything of the entry is changed, added or left out', async () => {
    const changes: object[] = [
      { id: 'entry-2' },
      { kind: 'incident' },
      { subject: { type: 'case', id: 'case-2' } },
      { open: { ...open.open, reached: 'nobody' } },
      { open: {} },
      { amends: 'entry-0' },
      { sealed: undefined },
      { sealed: {} },
      { signed: undefined },
      { signed: { ...signed, by: 'member-2' } },
      { signed: { ...signed, key: 2 } },
      { signed: { ...signed, note: 'more' } },
      { signed: { ...signed, signature: toBase64url(withFlippedBit(bytesOf(signed.signature), 9)) } },
      { signed: { ...signed, signature: 'short' } },
      { sealed: { ...entry.sealed, casework: { ...entry.sealed.casework, keyVersion: 4 } } },
      { sealed: { ...entry.sealed, casework: { ...entry.sealed.casework, note: 'more' } } },
      { sealed: { ...entry.sealed, casework: { ...entry.sealed.casework, box: 'malformed!' } } },
      { open: { note: '\ud800' } },
    ]
    for (const change of changes) {
      expect(await isGenuine({ ...entry, ...change }), JSON.stringify(change)).toBe(false)
    }
    expect(await isGenuine(entry, 'another organisation')).toBe(false)
    expect(await isEntryGenuine(entry, organisation, another.public.signing, canonicalJson)).toBe(false)
  })

  test('SEA-5 no bit of a box or of the signature can be flipped', async () => {
    const box = bytesOf(entry.sealed.casework.box)
    const run = fc.asyncProperty(fc.nat(box.length * 8 - 1), fc.nat(511), async (bit, signatureBit) => {
      const casework = { keyVersion: 3, box: toBase64url(withFlippedBit(box, bit)) }
      expect(await isGenuine({ ...entry, sealed: { ...entry.sealed, casework } })).toBe(false)
      const signature = toBase64url(withFlippedBit(bytesOf(signed.signature), signatureBit))
      expect(await isGenuine({ ...entry, signed: { ...signed, signature } })).toBe(false)
    })
    await fc.assert(run, { numRuns: 40 })
  })

  test('SEA-7 an entry without sealed parts is signed as it stands', async () => {
    const plain = { ...open, signed: await signEntry(open, organisation, by, author.signing, canonicalJson) }
    expect(await isGenuine(plain)).toBe(true)
    expect(await isGenuine({ ...plain, sealed: {} })).toBe(false)
    const malformed = { ...open, sealed: { casework: { keyVersion: 1, box: '!' } } }
    await expect(signEntry(malformed, organisation, by, author.signing, canonicalJson)).rejects.toThrow()
  })
})
