import { expect, test } from 'vitest'
import { isOlderVersion } from './is-older-version.ts'

test('versions are compared number by number', () => {
  expect(isOlderVersion('1.9.0', '1.10.0')).toBe(true)
  expect(isOlderVersion('1.10.0', '1.9.0')).toBe(false)
  expect(isOlderVersion('2.0.0', '2.0.0')).toBe(false)
  expect(isOlderVersion('2', '2.0.1')).toBe(true)
  expect(isOlderVersion('not a version', '0.0.1')).toBe(true)
})
