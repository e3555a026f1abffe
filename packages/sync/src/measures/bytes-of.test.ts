import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from './bytes-of.ts'

test('a value takes as many bytes as its JSON has in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(bytesOf({ text })).toBe(new TextEncoder().encode(JSON.stringify({ text })).length)
    }),
  )
  expect(bytesOf(['রহিমা'])).toBe(19)
})
