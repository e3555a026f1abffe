import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hpkeSeal, toBase64url, utf8 } from '../primitives/index.ts'
import { createRecoveryKey, loadRecoveryKey } from '../recovery/index.ts'
import {
  openedValue,
  organisation,
  otherPlaces,
  quickParameters,
  someMemberKeys,
  withFlippedBit,
} from '../testing/builders.ts'
import {
  areInvitedKeys,
  calibrateParameters,
  createInvitation,
  createMemberSecret,
  createPassphraseSettings,
  derivePassphraseKeys,
  findInvitationLookup,
  findStrongParameters,
  loadMemberKeys,
  type MemberCard,
  type MemberKeys,
  openMemberSecret,
  openMemberSecretByRecovery,
  proveInvitedKeys,
  signMemberCard,
  verifyCards,
  weakestParameters,
  wrapMemberSecret,
  wrapMemberSecretForRecovery,
} from './index.ts'

const owner = { organisationId: organisation, memberId: 'member-1', keyNumber: 1 }
const settings = createPassphraseSettings(quickParameters)
const keysOf = async (passphrase: string, with_ = settings) =>
  openedValue(await derivePassphraseKeys(passphrase, with_))

describe('the passphrase', () => {
  test('SEA-13 the same passphrase gives the same sign-in secret, another passphrase or salt another', async () => {
    const secret = async (...given: Parameters<typeof keysOf>) => (await keysOf(...given)).signInSecret
    expect(await secret('four words make one')).toBe(await secret('four words make one'))
    expect(await secret('four words make one')).not.toBe(await secret('four words make two'))
    const elsewhere = createPassphraseSettings(quickParameters)
    expect(await secret('four words make one', elsewhere)).not.toBe(await secret('four words make one'))
    const damaged = { ...settings, salt: 'short' }
    expect((await derivePassphraseKeys('four words', damaged)).state).toBe('refused')
  })

  test('SEA-13 what the server learns at sign-in opens nothing that the passphrase wraps', async () => {
    const { wrapKey, signInSecret } = await keysOf('four words make one')
    await expect(crypto.subtle.exportKey('raw', wrapKey)).rejects.toThrow()
    const wrapped = await wrapMemberSecret(await createMemberSecret(), wrapKey, owner)
    const asPassphrase = await keysOf(signInSecret)
    expect((await openMemberSecret(wrapped, asPassphrase.wrapKey, owner)).state).toBe('refused')
    const bytes = Uint8Array.from(Buffer.from(signInSecret, 'base64url'))
    const asKey = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt'])
    expect((await openMemberSecret(wrapped, asKey, owner)).state).toBe('refused')
  })

  test('SEA-14 parameters weaker than the weakest, or more than a phone bears, are refused', () => {
    expect(findStrongParameters({ memoryKiB: 19_456, passes: 2, lanes: 1 })).toEqual(weakestParameters)
    expect(findStrongParameters({ memoryKiB: 65_536, passes: 3, lanes: 1 })).toBeDefined()
    for (const wrong of [
      { memoryKiB: 19_455 },
      { passes: 1 },
      { lanes: 0 },
      { lanes: 4 },
      { memoryKiB: 2_000_000 },
      { passes: 1000 },
      { memoryKiB: Number.NaN },
      { passes: 2.5 },
    ]) {
      expect(findStrongParameters({ ...weakestParameters, ...wrong })).toBeUndefined()
    }
  })

  test('SEA-14 the real parameters stretch a passphrase, and calibrating never goes below them', async () => {
    expect(
      (await keysOf('four words make one', { ...settings, parameters: weakestParameters })).signInSecret,
    ).not.toBe((await keysOf('four words make one')).signInSecret)
    expect(await calibrateParameters(0, () => performance.now())).toEqual(weakestParameters)
    // A clock that runs a second at each look: the first step up would take longer than allowed.
    let seconds = 0
    expect(await calibrateParameters(1500, () => (seconds += 1000))).toEqual(weakestParameters)
    const stronger = await calibrateParameters(2600, () => (seconds += 1000))
    expect(stronger.memoryKiB).toBeGreaterThan(weakestParameters.memoryKiB)
  })
})

describe('a member’s private keys', () => {
  test('SEA-15 are opened by her passphrase or the recovery key, and are the same keys again', async () => {
    const secret = await createMemberSecret()
    const { wrapKey } = await keysOf('four words make one')
    const recovery = await createRecoveryKey()
    const byPassphrase = await wrapMemberSecret(secret, wrapKey, owner)
    const byRecovery = await wrapMemberSecretForRecovery(secret, recovery.publicKey, owner)
    expect(openedValue(await openMemberSecret(byPassphrase, wrapKey, owner))).toEqual(secret)
    const recoveryKey = await loadRecoveryKey(recovery.secret)
    const restored = openedValue(await openMemberSecretByRecovery(byRecovery, recoveryKey, owner))
    expect((await loadMemberKeys(restored)).public).toEqual((await loadMemberKeys(secret)).public)
  })

  test('SEA-15 are opened by no other key and for no other owner', async () => {
    const secret = await createMemberSecret()
    const { wrapKey } = await keysOf('four words make one')
    const recovery = await createRecoveryKey()
    const byPassphrase = await wrapMemberSecret(secret, wrapKey, owner)
    const byRecovery = await wrapMemberSecretForRecovery(secret, recovery.publicKey, owner)
    const recoveryKey = await loadRecoveryKey(recovery.secret)
    for (const another of otherPlaces(owner)) {
      expect((await openMemberSecret(byPassphrase, wrapKey, another)).state).toBe('refused')
      expect((await openMemberSecretByRecovery(byRecovery, recoveryKey, another)).state).toBe('refused')
    }
    const wrong = await keysOf('four words make two')
    expect((await openMemberSecret(byPassphrase, wrong.wrapKey, owner)).state).toBe('refused')
    const stranger = await loadRecoveryKey((await createRecoveryKey()).secret)
    expect((await openMemberSecretByRecovery(byRecovery, stranger, owner)).state).toBe('refused')
    for (const nonsense of ['', '!', byPassphrase.slice(1)]) {
      expect((await openMemberSecret(nonsense, wrapKey, owner)).state).toBe('refused')
      expect((await openMemberSecretByRecovery(nonsense, recoveryKey, owner)).state).toBe('refused')
    }
  })

  test('SEA-5 no bit of wrapped private keys can be flipped', async () => {
    const { wrapKey } = await keysOf('four words make one')
    const wrapped = await wrapMemberSecret(await createMemberSecret(), wrapKey, owner)
    const bytes = Uint8Array.from(Buffer.from(wrapped, 'base64url'))
    const run = fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const flipped = toBase64url(withFlippedBit(bytes, bit))
      expect((await openMemberSecret(flipped, wrapKey, owner)).state).toBe('refused')
    })
    await fc.assert(run, { numRuns: 60 })
  })

  test('SEA-9 cannot be read out of the keys in use', async () => {
    const keys = await someMemberKeys()
    for (const key of [keys.signing, keys.sealing.privateKey]) {
      for (const format of ['pkcs8', 'jwk'] as const) {
        await expect(crypto.subtle.exportKey(format as 'jwk', key)).rejects.toThrow()
      }
    }
  })
})

describe('member cards', () => {
  const statementOf = (memberId: string, keys: MemberKeys, code: string) => ({
    organisationId: organisation,
    memberId,
    keyNumber: 1,
    ...keys.public,
    code,
  })
  const name = (memberId: string) => ({ memberId, keyNumber: 1 })

  async function aChain() {
    const [first, second, third] = [await someMemberKeys(), await someMemberKeys(), await someMemberKeys()]
    const cards = [
      await signMemberCard(statementOf('m1', first, 'dir-01'), name('m1'), first.signing),
      await signMemberCard(statementOf('m2', second, 'sup-01'), name('m1'), first.signing),
      await signMemberCard(statementOf('m3', third, 'cw-01'), name('m2'), second.signing),
    ]
    const pinned = { organisationId: organisation, ...name('m1'), signing: first.public.signing }
    return { cards, pinned, first, second, third }
  }
  const codes = (cards: readonly MemberCard[]) => cards.map(({ code }) => code).sort()

  test('SEA-16 are trusted along approvals from the pinned key, whatever their order', async () => {
    const { cards, pinned } = await aChain()
    expect(codes((await verifyCards(cards.toReversed(), pinned)).trusted)).toEqual([
      'cw-01',
      'dir-01',
      'sup-01',
    ])
  })

  test('SEA-16 are refused when the pinned key is another, or anything they say was changed', async () => {
    const { cards, pinned, third } = await aChain()
    const stranger = { ...pinned, signing: third.public.signing }
    expect((await verifyCards(cards, stranger)).trusted).toEqual([])
    const [first, , last] = cards as [MemberCard, MemberCard, MemberCard]
    expect(codes((await verifyCards([first, last], pinned)).trusted)).toEqual(['dir-01'])
    for (const change of [
      { code: 'cw-02' },
      { memberId: 'm4' },
      { keyNumber: 2 },
      { sealing: third.public.signing },
      { signing: third.public.sealing },
      { organisationId: 'another' },
      { approvedBy: name('m1') },
    ]) {
      const { trusted, refused } = await verifyCards([...cards.slice(0, 2), { ...last, ...change }], pinned)
      expect(codes(trusted)).toEqual(['dir-01', 'sup-01'])
      expect(refused).toHaveLength(1)
    }
  })

  test('SEA-16 two cards that give one name to two keys are both refused, never the pinned one', async () => {
    const { cards, pinned, first, second } = await aChain()
    const impostor = await someMemberKeys()
    const twin = await signMemberCard(statementOf('m3', impostor, 'cw-01'), name('m2'), second.signing)
    expect(codes((await verifyCards([...cards, twin], pinned)).trusted)).toEqual(['dir-01', 'sup-01'])
    const usurper = await signMemberCard(statementOf('m1', impostor, 'dir-01'), name('m1'), first.signing)
    const { trusted } = await verifyCards([usurper, ...cards], pinned)
    expect(trusted.find(({ memberId }) => memberId === 'm1')?.signing).toBe(pinned.signing)
  })

  test('SEA-16 a card to whose key nothing can be wrapped is refused, and nobody is asked to wrap to it', async () => {
    const { cards, pinned, second } = await aChain()
    const keys = await someMemberKeys()
    const smallOrder = [0, 1].map((first) => toBase64url(Uint8Array.of(first, ...new Uint8Array(31))))
    for (const sealing of [...smallOrder, 'no key']) {
      const statement = { ...statementOf('m4', keys, 'cw-04'), sealing }
      const card = await signMemberCard(statement, name('m2'), second.signing)
      expect((await verifyCards([...cards, card], pinned)).refused).toEqual([card])
    }
  })

  test('SEA-16 whose word counts is for the caller to say', async () => {
    const { cards, pinned } = await aChain()
    const { trusted } = await verifyCards(cards, pinned, ({ code }) => code.startsWith('dir'))
    expect(codes(trusted)).toEqual(['dir-01', 'sup-01'])
  })
})

describe('invitations', () => {
  test('SEA-17 the invited keys are those of whoever holds the link, and nobody else’s', async () => {
    const { secret, lookup } = await createInvitation()
    const keys = (await someMemberKeys()).public
    const proof = (await proveInvitedKeys(secret, owner, keys)) ?? ''
    expect(await findInvitationLookup(secret)).toBe(lookup)
    expect(await areInvitedKeys(secret, owner, keys, proof)).toBe(true)
    const others = (await someMemberKeys()).public
    expect(await areInvitedKeys(secret, owner, others, proof)).toBe(false)
    expect(await areInvitedKeys(secret, owner, { ...keys, signing: others.signing }, proof)).toBe(false)
    for (const another of otherPlaces(owner)) {
      expect(await areInvitedKeys(secret, another, keys, proof)).toBe(false)
    }
  })

  test('SEA-17 what the server knows of an invitation proves nothing', async () => {
    const { secret, lookup } = await createInvitation()
    const keys = (await someMemberKeys()).public
    const forged = (await proveInvitedKeys(lookup, owner, keys)) ?? ''
    expect(await areInvitedKeys(secret, owner, keys, forged)).toBe(false)
    expect(await areInvitedKeys(secret, owner, keys, '')).toBe(false)
    expect(await proveInvitedKeys('a damaged link', owner, keys)).toBeUndefined()
    expect(await findInvitationLookup('a damaged link')).toBeUndefined()
    expect(await areInvitedKeys('a damaged link', owner, keys, forged)).toBe(false)
  })
})

test('SEA-15 bytes that are sealed to the recovery key but are no keys are refused', async () => {
  const recovery = await createRecoveryKey()
  const recoveryKey = await loadRecoveryKey(recovery.secret)
  const publicKey = Uint8Array.from(Buffer.from(recovery.publicKey, 'base64url'))
  const info = utf8(JSON.stringify(['sathi member keys 1', 'recovery', organisation, 'member-1', 1]))
  const wrapped = toBase64url(await hpkeSeal(publicKey, utf8('too short'), info, new Uint8Array()))
  expect(await openMemberSecretByRecovery(wrapped, recoveryKey, owner)).toEqual({
    state: 'refused',
    reason: 'malformed',
  })
})
