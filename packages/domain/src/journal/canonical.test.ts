import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

const anyJson = fc.jsonValue({ maxDepth: 4 })

test('a value is read again from its canonical JSON', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('canonical JSON read and written again is the same bytes, however the members were ordered', () => {
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, backwards(member)]),
    )
  }
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(canonicalJson(backwards(JSON.parse(text)))).toBe(text)
    }),
  )
})

test('names are sorted by code unit, numbers like texts, and absent members leave no trace', () => {
  expect(
    canonicalJson({ b: 1, 10: true, a: undefined, 9: 'নাম', 'é"': [null, -0, 1e21], Z: '\u0000\n' }),
  ).toBe('{"10":true,"9":"নাম","Z":"\\u0000\\n","b":1,"é\\"":[null,0,1e+21]}')
})

test('what JSON cannot hold is refused', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    { '\udc00': 1 },
    [undefined],
    () => 1,
    1n,
  ]) {
    expect(() => canonicalJson(value)).toThrow()
  }
})
