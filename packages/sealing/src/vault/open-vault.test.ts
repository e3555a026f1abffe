import fc from 'fast-check'
import { argon2id } from 'hash-wasm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aVault, hour, now, opens, secrets, slotsOf } from '../testing/a-vault.ts'
import { quickParameters, withFlippedBit } from '../testing/builders.ts'
import { createVault, eraseVault, openVault, vaultImageLength, wrongAttemptsBeforeErasing } from './index.ts'

// Counts how often a passphrase is stretched; the stretching itself is the real one.
vi.mock('hash-wasm', async (importOriginal) => {
  const original = await importOriginal<typeof import('hash-wasm')>()
  return { ...original, argon2id: vi.fn(original.argon2id) }
})

beforeEach(() => {
  vi.mocked(argon2id).mockClear()
})

describe('opening the vault', () => {
  test('SEA-23 the passphrase and the recovery secret open it, again and again, and nothing else does', async () => {
    let { image, record } = await aVault()
    for (const by of ['passphrase', 'recovery', 'passphrase', 'recovery'] as const) {
      const answer = await openVault(image, secrets[by], now)
      expect(answer).toMatchObject({ state: 'open', by })
      expect(await opens(answer, record)).toBe(true)
      if (answer.state === 'open') image = answer.image
    }
    expect((await openVault(image, 'river lamp seven lemon', now)).state).toBe('wrong')
    expect((await openVault(image, '', now)).state).toBe('wrong')
  })

  test('SEA-23 no secret but its own opens any vault', async () => {
    const words = fc.string({ minLength: 1, maxLength: 20 })
    const run = fc.asyncProperty(words, words, async (own, other) => {
      const { image, record } = await aVault({ passphrase: own })
      expect(await opens(await openVault(image, own, now), record)).toBe(true)
      const normal = (text: string) => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
      const answer = await openVault(image, other, now)
      expect(answer.state).toBe(normal(own) === normal(other) ? 'open' : 'wrong')
    })
    await fc.assert(run, { numRuns: 40 })
  })

  test('SEA-23 the key of an open vault cannot be read out', async () => {
    const { image, dataKey } = await aVault()
    const answer = await openVault(image, secrets.passphrase, now)
    for (const key of [dataKey, answer.state === 'open' && answer.dataKey]) {
      await expect(crypto.subtle.exportKey('raw', key as typeof dataKey)).rejects.toThrow('not extractable')
    }
  })

  test('SEA-23 one attempt stretches the secret once, whatever it finds', async () => {
    const { image } = await aVault()
    for (const secret of [secrets.passphrase, secrets.recovery, secrets.duress, 'wrong']) {
      vi.mocked(argon2id).mockClear()
      await openVault(image, secret, now)
      expect(argon2id).toHaveBeenCalledTimes(1)
    }
  })

  test('SEA-23 one secret for two slots is refused', async () => {
    const twice = { passphrase: 'river lamp', duress: ' river  lamp ' }
    expect(await createVault(twice, quickParameters)).toEqual({ state: 'same_secret' })
  })

  test('SEA-5 a file that is no vault is damaged, and no flipped bit of a slot or of the salt opens', async () => {
    const { image } = await aVault({ passphrase: secrets.passphrase })
    for (const file of [new Uint8Array(), image.slice(1), new Uint8Array(vaultImageLength)]) {
      expect(await openVault(file, secrets.passphrase, now)).toEqual({ state: 'damaged' })
    }
    const all = [0, 1, 2, 3].reduce((file, slot) => withFlippedBit(file, (64 + slot * 256 + 40) * 8), image)
    expect((await openVault(all, secrets.passphrase, now)).state).toBe('wrong')
    expect((await openVault(withFlippedBit(image, 41 * 8), secrets.passphrase, now)).state).toBe('wrong')
  })
})

describe('wrong attempts', () => {
  test('SEA-24 slow down, then erase the slots, and nothing opens them any more', async () => {
    let { image, record } = await aVault()
    const before = slotsOf(image)
    const waits: number[] = []
    let at = now
    for (let attempt = 1; attempt < wrongAttemptsBeforeErasing; attempt++) {
      const answer = await openVault(image, 'wrong', at)
      if (answer.state !== 'wrong') throw new Error(answer.state)
      expect(answer.attemptsLeft).toBe(wrongAttemptsBeforeErasing - attempt)
      expect(slotsOf(answer.image)).toEqual(before)
      waits.push(answer.waitSeconds)
      image = answer.image
      at += answer.waitSeconds * 1000
    }
    expect(waits).toEqual([0, 0, 0, 30, 60, 300, 900, 1800, 3600])
    const last = await openVault(image, 'wrong', at)
    expect(last.state).toBe('erased')
    if (last.state !== 'erased') return
    expect(slotsOf(last.image).filter((slot) => before.includes(slot))).toEqual([])
    expect(last.image).toHaveLength(vaultImageLength)
    const after = await openVault(last.image, secrets.passphrase, at + hour)
    expect(after).toEqual({ state: 'erased', image: last.image })
    expect(await opens(after, record)).toBe(false)
  })

  test('SEA-24 within the wait nothing is tried, not even the right secret', async () => {
    let { image } = await aVault()
    for (let attempt = 0; attempt < 4; attempt++) {
      const answer = await openVault(image, 'wrong', now)
      if (answer.state === 'wrong') image = answer.image
    }
    vi.mocked(argon2id).mockClear()
    expect(await openVault(image, secrets.passphrase, now + 10_000)).toEqual({
      state: 'wait',
      image,
      waitSeconds: 20,
    })
    expect(argon2id).not.toHaveBeenCalled()
    expect((await openVault(image, secrets.passphrase, now + 30_000)).state).toBe('open')
  })

  test('SEA-24 a clock set back begins the wait anew, once, and locks nobody out', async () => {
    let { image } = await aVault()
    for (let attempt = 0; attempt < 4; attempt++) {
      const answer = await openVault(image, 'wrong', now)
      if (answer.state === 'wrong') image = answer.image
    }
    const back = await openVault(image, secrets.passphrase, now - 1000 * hour)
    if (back.state !== 'wait') throw new Error(back.state)
    expect(back.waitSeconds).toBe(30)
    const later = await openVault(back.image, secrets.passphrase, now - 1000 * hour + 30_000)
    expect(later.state).toBe('open')
  })

  test('SEA-24 an opening forgets the wrong attempts before it', async () => {
    let { image } = await aVault()
    for (const secret of ['wrong', 'wrong', secrets.passphrase, 'wrong']) {
      const answer = await openVault(image, secret, now)
      if (answer.state !== 'damaged') image = answer.image
      if (answer.state === 'wrong') expect([9, 8]).toContain(answer.attemptsLeft)
    }
    expect(await openVault(image, 'wrong', now)).toMatchObject({ state: 'wrong', attemptsLeft: 8 })
  })

  test('SEA-24 erasing on demand leaves a file of the same length in which nothing is left', async () => {
    const { image } = await aVault()
    const erased = eraseVault(image)
    expect(slotsOf(erased).filter((slot) => slotsOf(image).includes(slot))).toEqual([])
    expect((await openVault(erased, secrets.passphrase, now)).state).toBe('erased')
    expect(eraseVault(new Uint8Array(3))).toHaveLength(vaultImageLength)
  })
})
