import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCaseCode, newCaseCode } from './case-code.ts'

const anyCode = fc
  .array(fc.nat({ max: 27 }), { minLength: 6, maxLength: 6 })
  .map((drawn) => newCaseCode(() => drawn.shift() ?? 0))

test('CAL-4 a new code is right, and one with any single sign misread is not', () => {
  fc.assert(
    fc.property(
      anyCode,
      fc.nat({ max: 6 }),
      fc.constantFrom(...'23456789ABCDEFGHJKMNPQRTWXYZ'),
      (code, at, sign) => {
        expect(isCaseCode(code)).toBe(true)
        const plain = code.replace('-', '')
        const misread = plain.slice(0, at) + sign + plain.slice(at + 1)
        expect(isCaseCode(misread)).toBe(misread === plain)
      },
    ),
  )
})

test('CAL-4 a new code has no signs that are taken for each other, and is drawn at random', () => {
  const codes = new Set(Array.from({ length: 200 }, () => newCaseCode()))
  expect(codes.size).toBe(200)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-RTW-Z]{4}-[2-9A-HJKMNP-RTW-Z]{3}$/)
})
