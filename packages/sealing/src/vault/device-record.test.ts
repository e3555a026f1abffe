import { describe, expect, test } from 'vitest'
import { utf8 } from '../primitives/index.ts'
import { aVault, place } from '../testing/a-vault.ts'
import { openedValue, withFlippedBit } from '../testing/builders.ts'
import { openRecord } from './index.ts'

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
