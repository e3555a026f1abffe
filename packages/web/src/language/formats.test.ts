import type { PartialDate } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { formatsOf } from './formats.ts'

const date = (text: string) => text as PartialDate

describe('numbers and dates', () => {
  it('are written in the digits of the language', () => {
    expect(formatsOf('en').count(1234567)).toBe('1,234,567')
    expect(formatsOf('bn').count(1234567)).toBe('১২,৩৪,৫৬৭')
    expect(formatsOf('hi').count(1234567)).toBe('12,34,567')
  })

  it('show shares with at most one decimal', () => {
    expect(formatsOf('en').share(0.75)).toBe('75%')
    expect(formatsOf('en').share(0.71845)).toBe('71.8%')
    expect(formatsOf('bn').share(0.71845)).toBe('৭১.৮%')
  })

  it('show changes with their sign, and no sign for no change', () => {
    expect(formatsOf('en').change(18.66)).toBe('+18.7')
    expect(formatsOf('en').change(-3)).toBe('-3')
    expect(formatsOf('en').change(0)).toBe('0')
  })

  it('tell as much of a date as is known', () => {
    expect(formatsOf('en').day(date('2021-03-05'))).toBe('5 March 2021')
    expect(formatsOf('en').day(date('2021-03'))).toBe('March 2021')
    expect(formatsOf('en').day(date('2021'))).toBe('2021')
    expect(formatsOf('bn').day(date('2021-03-05'))).toBe('৫ মার্চ, ২০২১')
    expect(formatsOf('hi').day(date('2021-03-05'))).toBe('5 मार्च 2021')
  })

  it('tell the time by the clock of 24 hours, in no letters of another language', () => {
    const at = new Date(2021, 2, 5, 15, 7).toISOString()
    expect(formatsOf('en').instant(at)).toMatch(/15:07$/)
    expect(formatsOf('bn').instant(at)).toMatch(/১৫:০৭$/)
    expect(formatsOf('hi').instant(at)).toMatch(/15:07$/)
    for (const language of ['bn', 'hi'] as const)
      expect(formatsOf(language).instant(at)).not.toMatch(/[A-Za-z]/)
  })

  it('name a quarter by its months', () => {
    expect(formatsOf('en').quarter('2020Q3')).toMatch(/^Jul.*Sept? 2020$/)
    expect(formatsOf('en').quarter('2021Q4')).toMatch(/^Oct.*Dec 2021$/)
    expect(formatsOf('bn').quarterLines('2021Q1')[1]).toBe('২০২১')
  })
})
