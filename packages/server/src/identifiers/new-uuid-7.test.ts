import { isUuid } from '@sathi/domain'
import { expect, test } from 'vitest'
import { newUuid7 } from './new-uuid-7.ts'

test('a new id is a UUID of version 7, sorts by time and never comes twice', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => newUuid7(1_600_000_000_000 + index))
  for (const id of ids) {
    expect(isUuid(id)).toBe(true)
    expect(id[14]).toBe('7')
  }
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
