import { describe, expect, test } from 'vitest'
import { aVault, now, opens, secrets, slotsOf } from '../testing/a-vault.ts'
import { changeVaultSecret, openVault, wrongAttemptsBeforeErasing } from './index.ts'

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
