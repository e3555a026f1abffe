import { describe, expect, test, vi } from 'vitest'
import { type Bytes, utf8 } from '../primitives/index.ts'
import { aVault, now, opens, place, secrets, slotsOf } from '../testing/a-vault.ts'
import { hex, withFlippedBit } from '../testing/builders.ts'
import { openVault, sealRecord, vaultImageLength } from './index.ts'

describe('the duress passphrase', () => {
  test('SEA-25 opens an empty vault, and no secret opens the real one any more', async () => {
    const { image, record } = await aVault()
    const answer = await openVault(image, secrets.duress, now)
    expect(answer.state).toBe('duress')
    expect(await opens(answer, record)).toBe(false)
    if (answer.state !== 'duress') return
    for (const gone of [secrets.passphrase, secrets.recovery]) {
      expect((await openVault(answer.image, gone, now)).state).toBe('wrong')
    }
  })

  test('SEA-25 is from then on the passphrase of the emptied vault, which keeps what is written into it', async () => {
    const { image } = await aVault()
    const first = await openVault(image, secrets.duress, now)
    if (first.state !== 'duress') throw new Error(first.state)
    const harmless = await sealRecord(first.dataKey, place, utf8('nothing much'))
    const second = await openVault(first.image, secrets.duress, now)
    expect(second).toMatchObject({ state: 'open', by: 'passphrase' })
    expect(await opens(second, harmless)).toBe(true)
  })

  test('SEA-26 nothing about the file or the form of the answer tells it from an ordinary opening', async () => {
    const { image } = await aVault()
    const real = await openVault(image, secrets.passphrase, now)
    const duress = await openVault(image, secrets.duress, now)
    if (real.state !== 'open' || duress.state !== 'duress') throw new Error('not opened')
    expect(Object.keys(duress).sort()).toEqual(Object.keys(real).sort())
    expect(duress.by).toBe(real.by)
    expect([duress.dataKey.algorithm, duress.dataKey.usages]).toEqual([
      real.dataKey.algorithm,
      real.dataKey.usages,
    ])
    // The header stays byte for byte the same in both, every slot is new in both.
    expect(hex(real.image.slice(0, 64))).toBe(hex(image.slice(0, 64)))
    expect(hex(duress.image.slice(0, 64))).toBe(hex(image.slice(0, 64)))
    const before = slotsOf(image)
    for (const { image: after } of [real, duress]) {
      expect(after).toHaveLength(vaultImageLength)
      expect(slotsOf(after).filter((slot) => before.includes(slot))).toEqual([])
    }
  })

  test('SEA-26 an opening under duress does the same work as any other', async () => {
    const { image } = await aVault()
    const work = ['encrypt', 'decrypt', 'importKey', 'deriveBits'] as const
    const workOf = async (secret: string) => {
      const spies = work.map((name) => vi.spyOn(crypto.subtle, name))
      await openVault(image, secret, now)
      const counts = spies.map((spy) => spy.mock.calls.length)
      vi.restoreAllMocks()
      return counts
    }
    const ordinary = await workOf(secrets.passphrase)
    expect(ordinary[0]).toBe(4)
    expect(await workOf(secrets.duress)).toEqual(ordinary)
  })

  test('SEA-26 a vault with every slot in use is as long and as random as one with only a passphrase', async () => {
    const ones = (image: Bytes) =>
      Array.from(image.slice(64)).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
    for (const given of [secrets, { passphrase: 'alone' }, { ...secrets, reserve: 'a fourth' }]) {
      const { image } = await aVault(given)
      expect(image).toHaveLength(vaultImageLength)
      // 8,192 random bits have 4,096 ones, give or take 45; six times that is passed once in 500 million runs.
      expect(Math.abs(ones(image) - 4096)).toBeLessThan(6 * 46)
    }
  })

  test('SEA-26 where a slot lies in the file is drawn anew at every opening', async () => {
    let { image } = await aVault()
    const spots = new Set<number>()
    for (let time = 0; time < 60; time++) {
      const answer = await openVault(image, secrets.passphrase, now)
      if (answer.state !== 'open') throw new Error(answer.state)
      image = answer.image
      for (let slot = 0; slot < 4; slot++) {
        const broken = withFlippedBit(image, (64 + slot * 256 + 50) * 8)
        if ((await openVault(broken, secrets.passphrase, now)).state === 'wrong') spots.add(slot)
      }
    }
    expect(spots.size).toBe(4)
  })
})
