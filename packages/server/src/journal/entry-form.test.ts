import type { Box, Entry, EntryId, Instant, PartialDate, SubjectId } from '@sathi/domain'
import { expect, test } from 'vitest'
import { faultsOfForm } from './entry-form.ts'

const entry: Entry = {
  id: '00000000-0000-7000-8000-000000000001' as EntryId,
  subject: { type: 'case', id: '00000000-0000-7000-9000-000000000001' as SubjectId },
  kind: 'follow_up',
  version: 1,
  occurredOn: '2021-03-05' as PartialDate,
  recordedAt: '2021-03-05T10:00:00.000Z' as Instant,
  author: 'cw-01',
  device: null,
  open: { channel: 'home_visit', reached: 'survivor' },
}
const box = 'A'.repeat(120) as Box
const fieldsOf = (about: object) => faultsOfForm({ ...entry, ...about }).map(({ field }) => field)

test('STO-1 an entry has its own parts and no others, whatever they would hold', () => {
  expect(fieldsOf({})).toEqual([])
  expect(fieldsOf({ name: 'Rahima' })).toEqual(['entry'])
  expect(JSON.stringify(faultsOfForm({ ...entry, Rahima: 1 } as Entry))).not.toContain('Rahima')
})

test('STO-1 a sealed part comes as its box: a digest stands for nothing that could be kept', () => {
  expect(fieldsOf({ sealed: { casework: { keyVersion: 1, box } } })).toEqual([])
  for (const sealed of [
    {},
    [],
    { casework: { keyVersion: 1, digest: 'D'.repeat(43) } },
    { casework: 'plain' },
  ]) {
    expect(fieldsOf({ sealed })).toEqual(['sealed'])
  }
})

test('STO-1 a signature names a member, a key and 64 bytes', () => {
  const signed = { by: entry.id, key: 1, signature: 'S'.repeat(86) }
  expect(fieldsOf({ signed })).toEqual([])
  for (const wrong of [{ key: 0 }, { signature: 'S'.repeat(85) }, { by: 'cw-01' }]) {
    expect(fieldsOf({ signed: { ...signed, ...wrong } })).toEqual(['signed'])
  }
})
