import { argon2id } from 'hash-wasm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bytes } from '../primitives/index.ts'
import { aVault, hour, now, secrets } from '../testing/a-vault.ts'
import { hex } from '../testing/builders.ts'
import { openVault, unlockVault, wrongAttemptsBeforeErasing } from './index.ts'

// Counts how often a passphrase is stretched; the stretching itself is the real one.
vi.mock('hash-wasm', async (importOriginal) => {
  const original = await importOriginal<typeof import('hash-wasm')>()
  return { ...original, argon2id: vi.fn(original.argon2id) }
})

beforeEach(() => {
  vi.mocked(argon2id).mockClear()
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
