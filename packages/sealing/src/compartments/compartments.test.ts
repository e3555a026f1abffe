import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPart, sealPart } from '../entries/index.ts'
import { type KeyPair, toBase64url } from '../primitives/index.ts'
import { createRecoveryKey, loadRecoveryKey } from '../recovery/index.ts'
import {
  openedValue,
  organisation,
  otherPlaces,
  someMemberKeys,
  withFlippedBit,
} from '../testing/builders.ts'
import {
  blindToken,
  type CompartmentWrapPlace,
  createCompartmentKey,
  createIndexKey,
  isWrapSignedBy,
  openIndexWrap,
  openWrap,
  planNewVersion,
  recoveryHolder,
  signWrap,
  wrapCompartmentKey,
  wrapIndexKey,
  wrapsToForget,
} from './index.ts'

const place: CompartmentWrapPlace = {
  organisationId: organisation,
  subjectId: 'case-1',
  compartment: 'counselling',
  keyVersion: 1,
  holderId: 'member-1',
}
const [hers, another] = [await someMemberKeys(), await someMemberKeys()]
const key = await createCompartmentKey()
const wrapped = await wrapCompartmentKey(key, hers.public.sealing, place)
const partPlace = {
  organisationId: organisation,
  subjectId: 'case-1',
  entryId: 'entry-1',
  kind: 'counselling_session',
  compartment: 'counselling',
}
const part = await sealPart({ note: 'said in confidence' }, key, 1, partPlace, JSON.stringify)

describe('wraps of a compartment key', () => {
  test('SEA-8 open with the holder’s keys in their own place, and give the key that was wrapped', async () => {
    const opened = openedValue(await openWrap(wrapped, hers.sealing, place))
    expect(openedValue(await openPart(part, opened, partPlace))).toEqual({ note: 'said in confidence' })
  })

  test('SEA-8 open for no other organisation, case, compartment, version or holder', async () => {
    for (const elsewhere of otherPlaces(place)) {
      expect(await openWrap(wrapped, hers.sealing, elsewhere)).toEqual({
        state: 'refused',
        reason: 'not_authentic',
      })
    }
  })

  test('SEA-8 open with nobody else’s keys, and never as another kind of wrap', async () => {
    expect((await openWrap(wrapped, another.sealing, place)).state).toBe('refused')
    expect((await openIndexWrap(wrapped, hers.sealing, place)).state).toBe('refused')
    const index = await wrapIndexKey(await createIndexKey(), hers.public.sealing, place)
    expect((await openWrap(index, hers.sealing, place)).state).toBe('refused')
    for (const nonsense of ['', 'AA', 'not base64', `${wrapped}=`]) {
      expect((await openWrap(nonsense, hers.sealing, place)).state).toBe('refused')
    }
  })

  test('SEA-8 no compartment opens with any wrap but one of its own', async () => {
    const names = fc.constantFrom('casework', 'counselling', 'health', 'legal')
    const where = fc.record({
      organisationId: fc.constantFrom(organisation, 'another'),
      subjectId: fc.constantFrom('case-1', 'case-2'),
      compartment: names,
      keyVersion: fc.integer({ min: 1, max: 3 }),
      holderId: fc.constantFrom('member-1', 'member-2'),
    })
    const run = fc.asyncProperty(where, where, async (one, other) => {
      const own = await createCompartmentKey()
      const wrap = await wrapCompartmentKey(own, hers.public.sealing, one)
      const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
      expect((await openWrap(wrap, hers.sealing, other)).state).toBe(same ? 'open' : 'refused')
      const opened = openedValue(await openWrap(wrap, hers.sealing, one))
      expect((await openPart(part, opened, partPlace)).state).toBe('refused')
    })
    await fc.assert(run, { numRuns: 60 })
  })

  test('SEA-5 no bit of a wrap can be flipped', async () => {
    const bytes = Uint8Array.from(Buffer.from(wrapped, 'base64url'))
    const run = fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const flipped = toBase64url(withFlippedBit(bytes, bit))
      expect((await openWrap(flipped, hers.sealing, place)).state).toBe('refused')
    })
    await fc.assert(run, { numRuns: 60 })
  })

  test('SEA-9 give a key that cannot be read out, unless it is asked for to pass it on', async () => {
    const toUse = openedValue(await openWrap(wrapped, hers.sealing, place))
    await expect(crypto.subtle.exportKey('raw', toUse)).rejects.toThrow()
    await expect(wrapCompartmentKey(toUse, another.public.sealing, place)).rejects.toThrow()
    const toPassOn = openedValue(await openWrap(wrapped, hers.sealing, place, 'to_pass_on'))
    const onward = { ...place, holderId: 'member-2' }
    const next = await wrapCompartmentKey(toPassOn, another.public.sealing, onward)
    const opened = openedValue(await openWrap(next, another.sealing, onward))
    expect((await openPart(part, opened, partPlace)).state).toBe('open')
  })

  test('SEA-10 hold only with the word of whoever wrapped: not moved, not by another, not for another wrap', async () => {
    const by = { memberId: 'member-9', keyNumber: 2 }
    const signature = await signWrap(wrapped, place, by, hers.signing)
    const signer = hers.public.signing
    expect(await isWrapSignedBy(wrapped, place, by, signature, signer)).toBe(true)
    expect(await isWrapSignedBy(wrapped, place, by, signature, another.public.signing)).toBe(false)
    const forged = await wrapCompartmentKey(await createCompartmentKey(), hers.public.sealing, place)
    expect(await isWrapSignedBy(forged, place, by, signature, signer)).toBe(false)
    for (const elsewhere of otherPlaces(place)) {
      expect(await isWrapSignedBy(wrapped, elsewhere, by, signature, signer)).toBe(false)
    }
    for (const somebody of otherPlaces(by)) {
      expect(await isWrapSignedBy(wrapped, place, somebody, signature, signer)).toBe(false)
    }
  })
})

describe('losing access', () => {
  const wrap = (change: Partial<CompartmentWrapPlace>) => ({ ...place, ...change })

  test('SEA-11 makes a new version for everybody who had the newest, without those who lose it', () => {
    const wraps = [
      wrap({ holderId: 'left long ago' }),
      wrap({ keyVersion: 2 }),
      wrap({ keyVersion: 2, holderId: 'member-2' }),
      wrap({ keyVersion: 2, holderId: recoveryHolder }),
      wrap({ keyVersion: 7, compartment: 'health', holderId: 'nurse' }),
      wrap({ keyVersion: 8, subjectId: 'case-2', holderId: 'stranger' }),
    ]
    expect(planNewVersion(wraps, place, ['member-2'])).toEqual({
      keyVersion: 3,
      holderIds: ['member-1', recoveryHolder],
    })
    expect(planNewVersion([], place, ['member-2'])).toEqual({ keyVersion: 1, holderIds: [] })
  })

  test('SEA-11 what is written under the new version stays closed to the old key', async () => {
    const next = await createCompartmentKey()
    const later = await sealPart({ note: 'after she left' }, next, 2, partPlace, JSON.stringify)
    expect((await openPart(later, key, partPlace)).state).toBe('refused')
    expect((await openPart({ ...later, keyVersion: 1 }, next, partPlace)).state).toBe('refused')
  })
})

describe('forgetting a person', () => {
  test('SEA-12 takes every wrap of her case and no other, and what is left opens nothing of hers', async () => {
    const recovery = await createRecoveryKey()
    const recoveryKey = await loadRecoveryKey(recovery.secret)
    const holders = [
      { holderId: 'member-1', sealing: hers.sealing, publicKey: hers.public.sealing },
      { holderId: recoveryHolder, sealing: recoveryKey, publicKey: recovery.publicKey },
    ]
    const wraps: (CompartmentWrapPlace & { sealing: KeyPair; wrapped: string })[] = []
    for (const subjectId of ['case-1', 'case-2']) {
      for (const keyVersion of [1, 2]) {
        const versionKey = subjectId === 'case-1' && keyVersion === 1 ? key : await createCompartmentKey()
        for (const { holderId, sealing, publicKey } of holders) {
          const at = { ...place, subjectId, keyVersion, holderId }
          wraps.push({ ...at, sealing, wrapped: await wrapCompartmentKey(versionKey, publicKey, at) })
        }
      }
    }
    wraps.push({ ...place, organisationId: 'another', sealing: hers.sealing, wrapped })
    const canAnybodyRead = async (left: typeof wraps) => {
      for (const wrap of left) {
        const opened = await openWrap(wrap.wrapped, wrap.sealing, wrap)
        if (opened.state === 'open' && (await openPart(part, opened.value, partPlace)).state === 'open')
          return true
      }
      return false
    }
    const forget = wrapsToForget(wraps, partPlace)
    const left = wraps.filter((wrap) => !forget.includes(wrap))
    expect(forget).toHaveLength(4)
    expect(left).toHaveLength(5)
    expect(await canAnybodyRead(wraps)).toBe(true)
    expect(await canAnybodyRead(left)).toBe(false)
    expect(wrapsToForget(left, partPlace)).toEqual([])
  })
})

describe('the blind index', () => {
  test('SEA-18 equal name keys meet, others and other labels and organisations do not', async () => {
    const [index, elsewhere] = [await createIndexKey(), await createIndexKey()]
    const token = await blindToken(index, 'name', 'rhm')
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await blindToken(index, 'name', 'rhm')).toBe(token)
    const others = [
      await blindToken(index, 'name', 'rhn'),
      await blindToken(index, 'father', 'rhm'),
      await blindToken(elsewhere, 'name', 'rhm'),
      await blindToken(index, 'name","rhm', ''),
    ]
    expect(new Set([token, ...others]).size).toBe(5)
  })

  test('SEA-18 its key is wrapped to members like any other, and gives the same tokens again', async () => {
    const index = await createIndexKey()
    const indexPlace = { organisationId: organisation, keyVersion: 1, holderId: 'member-1' }
    const wrap = await wrapIndexKey(index, hers.public.sealing, indexPlace)
    const opened = openedValue(await openIndexWrap(wrap, hers.sealing, indexPlace))
    expect(await blindToken(opened, 'name', 'rhm')).toBe(await blindToken(index, 'name', 'rhm'))
    await expect(crypto.subtle.exportKey('raw', opened)).rejects.toThrow()
    for (const elsewhere of otherPlaces(indexPlace)) {
      expect((await openIndexWrap(wrap, hers.sealing, elsewhere)).state).toBe('refused')
    }
    expect((await openIndexWrap(wrap, another.sealing, indexPlace)).state).toBe('refused')
  })
})
