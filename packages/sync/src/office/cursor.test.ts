import type { SubjectId } from '@sathi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Epoch } from '../messages/index.ts'
import { type Cursor, findCursor, writeCursor } from './cursor.ts'

const place = fc.nat(2 ** 31)
const anyCursor: fc.Arbitrary<Cursor> = fc.record(
  {
    epoch: fc.uuid().map((text) => text as string as Epoch),
    position: place,
    access: place,
    roles: place,
    filling: fc.record({
      subject: fc.uuid({ version: 7 }).map((text) => text as string as SubjectId),
      from: place,
      until: place,
    }),
  },
  { requiredKeys: ['epoch', 'position', 'access', 'roles'] },
)

test('what is written as a cursor is read as the same cursor, and is base64url', () => {
  fc.assert(
    fc.property(anyCursor, (cursor) => {
      const text = writeCursor(cursor)
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual(cursor)
      expect(findCursor(text)).toEqual(cursor)
    }),
  )
})

test('a text that no office wrote is no cursor', () => {
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  expect(findCursor('')).toBeUndefined()
  expect(findCursor('{}')).toBeUndefined()
  expect(findCursor(written(null))).toBeUndefined()
  expect(findCursor(written({ epoch: 'e', position: -1, access: 0, roles: 0 }))).toBeUndefined()
  expect(findCursor(written({ epoch: 'e', position: 1, access: 0, roles: 0, filling: null }))).toBeUndefined()
})
