import { getKind, kinds } from '@sathi/domain/catalogue'
import type { AnyKind } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { fieldOrder } from './field-order.ts'

const everyKind: readonly AnyKind[] = Object.values(kinds)

describe('the order in which a form asks', () => {
  it('has every field of every kind once, and the day', () => {
    for (const kind of everyKind) {
      const { first, more } = fieldOrder(kind)
      const fields = ['occurred_on', ...Object.keys(kind.open), ...Object.keys(kind.sealed)]
      expect([...first, ...more].sort(), kind.name).toEqual(fields.sort())
    }
  })

  it('never folds away what is required', () => {
    for (const kind of everyKind)
      for (const field of fieldOrder(kind).more) expect(kind.open[field]?.required, kind.name).not.toBe(true)
  })

  it('begins a follow-up with her safety, and ends a case with her story', () => {
    expect(fieldOrder(getKind('follow_up')).first[0]).toBe('safe')
    expect(fieldOrder(getKind('case_opened')).more.at(-1)).toBe('story')
  })

  it('folds nothing where nothing is required', () => {
    expect(fieldOrder(getKind('feedback_given')).more).toEqual([])
  })
})
