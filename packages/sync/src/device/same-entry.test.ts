import type { Box, BoxDigest } from '@sathi/domain'
import { expect, test } from 'vitest'
import { anEntry } from '../../../domain/src/journal/builders.ts'
import { isSameEntry, withAllBoxes } from './same-entry.ts'

const box = 'b'.repeat(64) as Box
const digest = 'd'.repeat(43) as BoxDigest
const open = anEntry(1, { sealed: { casework: { keyVersion: 1, box }, health: { keyVersion: 1, digest } } })
const other = anEntry(1, { sealed: { casework: { keyVersion: 1, digest }, health: { keyVersion: 1, box } } })

test('copies of which different parts are withheld say the same, and together hold every box', () => {
  expect(isSameEntry(open, other)).toBe(true)
  expect(withAllBoxes(open, other).sealed).toEqual({
    casework: { keyVersion: 1, box },
    health: { keyVersion: 1, box },
  })
})

test('SYN-10 a copy with another field, another box, another key or one part less says something else', () => {
  expect(isSameEntry(open, { ...open, open: {} })).toBe(false)
  expect(isSameEntry(open, { ...open, sealed: { ...open.sealed, casework: { keyVersion: 2, box } } })).toBe(
    false,
  )
  const otherBox = { keyVersion: 1, box: 'c'.repeat(64) as Box }
  expect(isSameEntry(open, { ...open, sealed: { ...open.sealed, casework: otherBox } })).toBe(false)
  expect(isSameEntry(open, { ...open, sealed: { casework: { keyVersion: 1, box } } })).toBe(false)
})
