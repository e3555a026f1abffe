import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OrgId } from '../database/index.ts'
import { chainHash, firstHash } from './chain-hash.ts'

const orgId = '11111111-2222-4333-8444-555555555555' as OrgId

test('STO-9 the chain of an organisation begins with a hash of its id', () => {
  const expected = createHash('sha256').update(`sathi journal 1 ${orgId}`).digest('hex')
  expect(firstHash(orgId).toString('hex')).toBe(expected)
})

test('STO-9 a hash covers the hash before, the position, the time and the bytes, laid out as documented', () => {
  const previous = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
  const body = `{"name":"রহিমা ${'x'.repeat(5000)}"}`
  const bytes = Buffer.concat([
    previous,
    Buffer.from('0000000100000002', 'hex'),
    // 2021-03-05T10:00:00.123Z is 1 614 938 400 123 ms.
    Buffer.from('0000017801d4657b', 'hex'),
    Buffer.from(body, 'utf8'),
  ])
  const link = { previous, position: 2 ** 32 + 2, receivedAt: Date.parse('2021-03-05T10:00:00.123Z'), body }
  expect(chainHash(link).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('STO-9 hashes do not disturb each other', () => {
  const link = { previous: firstHash(orgId), position: 1, receivedAt: 0, body: '{}' }
  const before = chainHash(link)
  chainHash({ ...link, body: '{"longer":"x"}' })
  expect(chainHash(link).equals(before)).toBe(true)
  expect(chainHash({ ...link, position: 2 }).equals(before)).toBe(false)
  expect(chainHash({ ...link, receivedAt: -1 }).equals(before)).toBe(false)
})
