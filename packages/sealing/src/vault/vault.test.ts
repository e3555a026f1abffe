import fc from 'fast-check'
import { argon2id } from 'hash-wasm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bytes } from '../primitives/index.ts'
import { utf8 } from '../primitives/index.ts'
import { hex, openedValue, quickParameters, withFlippedBit } from '../testing/builders.ts'
import {
  changeVaultSecret,
  createVault,
  eraseVault,
  openRecord,
  openVault,
  sealRecord,
  unlockVault,
  type VaultAnswer,
  vaultImageLength,
  wrongAttemptsBeforeErasing,
} from './index.ts'

// Counts how often a passphrase is stretched; the stretching itself is the real one.
vi.mock('hash-wasm', async (importOriginal) => {
  const original = await importOriginal<typeof import('hash-wasm')>()
  return { ...original, argon2id: vi.fn(original.argon2id) }
})

const secrets = {
  passphrase: 'river lamp seven mango',
  recovery: 'printed words kept in the safe',
  duress: 'river lamp seven guava',
}
const now = Date.UTC(2026, 0, 5)
const hour = 3_600_000
const place = { table: 'entries', id: 'entry-1', schemaVersion: 1 }

async function aVault(given: Parameters<typeof createVault>[0] = secrets) {
  const made = await createVault(given, quickParameters)
  if (made.state !== 'made') throw new Error(made.state)
  return { ...made, record: await sealRecord(made.dataKey, place, utf8('a secret of hers')) }
}
const opens = async (answer: VaultAnswer, record: Bytes) =>
  'dataKey' in answer && (await openRecord(answer.dataKey, place, record)).state === 'open'
const slotsOf = (image: Bytes) =>
  Array.from({ length: 4 }, (_, slot) => hex(image.slice(64 + slot * 256, 64 + (slot + 1) * 256)))

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

describe('changing a secret', () => {
  const fresh = 'boat moon eleven tea'
  const changed = async (...given: Parameters<typeof changeVaultSecret>) => {
    const answer = await changeVaultSecret(...given)
    if (answer.state !== 'open' && answer.state !== 'duress') throw new Error(answer.state)
    return answer
  }

  test('SEA-27 the new passphrase opens the same vault, the old one no more, the others as before', async () => {
    const { image, record } = await aVault()
    const change = { role: 'passphrase', secret: fresh } as const
    const answer = await changed(image, secrets.passphrase, change, now)
    expect(await opens(await openVault(answer.image, fresh, now), record)).toBe(true)
    expect((await openVault(answer.image, secrets.passphrase, now)).state).toBe('wrong')
    expect(await opens(await openVault(answer.image, secrets.recovery, now), record)).toBe(true)
    expect((await openVault(answer.image, secrets.duress, now)).state).toBe('duress')
    expect(slotsOf(answer.image).filter((slot) => slotsOf(image).includes(slot))).toEqual([])
  })

  test('SEA-27 whoever forgot the passphrase sets a new one with the recovery secret', async () => {
    const { image, record } = await aVault()
    const change = { role: 'passphrase', secret: fresh } as const
    const answer = await changed(image, secrets.recovery, change, now)
    expect(await opens(await openVault(answer.image, fresh, now), record)).toBe(true)
  })

  test('SEA-27 a slot can be given up and taken again', async () => {
    const { image } = await aVault()
    const without = await changed(image, secrets.passphrase, { role: 'duress', secret: undefined }, now)
    expect((await openVault(without.image, secrets.duress, now)).state).toBe('wrong')
    const again = await changed(without.image, secrets.passphrase, { role: 'duress', secret: fresh }, now)
    expect((await openVault(again.image, fresh, now)).state).toBe('duress')
  })

  test('SEA-27 a wrong secret changes nothing and counts, and one secret for two slots is refused', async () => {
    const { image, record } = await aVault()
    const change = { role: 'passphrase', secret: fresh } as const
    expect(await changeVaultSecret(image, 'wrong', change, now)).toMatchObject({
      state: 'wrong',
      attemptsLeft: wrongAttemptsBeforeErasing - 1,
    })
    const same = await changeVaultSecret(
      image,
      secrets.passphrase,
      { role: 'passphrase', secret: secrets.duress },
      now,
    )
    expect(same.state).toBe('same_secret')
    if (same.state !== 'same_secret') return
    expect(await opens(await openVault(same.image, secrets.passphrase, now), record)).toBe(true)
  })

  test('SEA-27 under duress the emptied vault is changed, and the real one is gone', async () => {
    const { image } = await aVault()
    const change = { role: 'passphrase', secret: fresh } as const
    const answer = await changed(image, secrets.duress, change, now)
    expect(answer.state).toBe('duress')
    expect((await openVault(answer.image, fresh, now)).state).toBe('open')
    expect((await openVault(answer.image, secrets.passphrase, now)).state).toBe('wrong')
    expect((await openVault(answer.image, secrets.duress, now)).state).toBe('wrong')
  })
})

describe('the vault in its file', () => {
  function aFile(image: Bytes, powerFailsAtWrite = Number.POSITIVE_INFINITY) {
    const file = { image, writes: 0, stretchedAtWrite: [] as number[] }
    return {
      file,
      read: async () => file.image,
      write: async (bytes: Bytes) => {
        if (++file.writes >= powerFailsAtWrite) throw new Error('power failed')
        file.stretchedAtWrite.push(vi.mocked(argon2id).mock.calls.length)
        file.image = bytes
      },
    }
  }

  test('SEA-28 an attempt is on the disk before it is made, its outcome before anybody is told', async () => {
    const { image } = await aVault()
    for (const secret of [secrets.passphrase, secrets.duress, 'wrong']) {
      vi.mocked(argon2id).mockClear()
      const { file, ...disk } = aFile(image)
      const answer = await unlockVault(disk, secret, now)
      expect(file.stretchedAtWrite).toEqual([0, 1])
      expect(answer.state !== 'damaged' && hex(answer.image) === hex(file.image)).toBe(true)
    }
  })

  test('SEA-28 cutting the power wins no guess', async () => {
    let { image } = await aVault()
    for (let cut = 1; cut <= 3; cut++) {
      const { file, ...disk } = aFile(image, 2)
      await expect(unlockVault(disk, 'wrong', now)).rejects.toThrow('power failed')
      image = file.image
    }
    expect(await openVault(image, 'wrong', now)).toMatchObject({
      state: 'wrong',
      attemptsLeft: wrongAttemptsBeforeErasing - 4,
    })
    const { file, ...disk } = aFile(image)
    expect((await unlockVault(disk, secrets.passphrase, now)).state).toBe('open')
    expect(await openVault(file.image, 'wrong', now)).toMatchObject({
      attemptsLeft: wrongAttemptsBeforeErasing - 1,
    })
  })

  test('SEA-28 waiting counts as no attempt, and a damaged file is left as it is', async () => {
    let { image } = await aVault()
    for (let attempt = 0; attempt < 4; attempt++) {
      const { file, ...disk } = aFile(image)
      await unlockVault(disk, 'wrong', now)
      image = file.image
    }
    for (let impatience = 0; impatience < 20; impatience++) {
      const { file, ...disk } = aFile(image)
      expect((await unlockVault(disk, secrets.passphrase, now)).state).toBe('wait')
      image = file.image
    }
    const { file, ...disk } = aFile(image)
    expect((await unlockVault(disk, secrets.passphrase, now + hour)).state).toBe('open')
    expect(file.writes).toBe(2)
    const damaged = aFile(new Uint8Array(5))
    expect((await unlockVault(damaged, secrets.passphrase, now)).state).toBe('damaged')
    expect(damaged.file.writes).toBe(0)
  })
})

describe('records of the device', () => {
  test('SEA-29 open in their own table, id and version, with their vault’s key, and nowhere else', async () => {
    const { dataKey, record } = await aVault()
    expect(openedValue(await openRecord(dataKey, place, record))).toEqual(utf8('a secret of hers'))
    for (const elsewhere of [
      { ...place, table: 'outbox' },
      { ...place, id: 'entry-2' },
      { ...place, schemaVersion: 2 },
      { table: 'entries|entry-1', id: '', schemaVersion: 1 },
    ]) {
      expect((await openRecord(dataKey, elsewhere, record)).state).toBe('refused')
    }
    expect((await openRecord((await aVault()).dataKey, place, record)).state).toBe('refused')
    for (let bit = 0; bit < record.length * 8; bit += 5) {
      expect((await openRecord(dataKey, place, withFlippedBit(record, bit))).state).toBe('refused')
    }
  })
})
