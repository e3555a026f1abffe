import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language } from '@sathi/domain/journal'
import { trainingLabels } from '@sathi/domain/training'
import { headlineIds, type IndicatorId, indicatorWords } from '@sathi/reporting/figures'
import type { LineRead } from './figure-table.ts'

type Published = Readonly<Record<string, number>>

/** The folder of the invented programme. */
export const demoFolder = join(dirname(dirname(import.meta.dirname)), 'demo', 'programme-2020-21')

/** The figures that were published with the invented programme, by indicator. */
export const publishedFigures: Readonly<
  Record<IndicatorId, Published & Readonly<Record<string, Published>>>
> = JSON.parse(readFileSync(join(demoFolder, 'expected.json'), 'utf8')).indicators

const audiences = ['aftercare_stakeholder', 'bgb', 'police'] as const

/** The headline table as it must read: the published figures, rounded as the screen rounds. */
export function expectedHeadline(language: Language): LineRead[] {
  return headlineIds.flatMap((id) => {
    const name = indicatorWords[id].name[language]
    const figure = publishedFigures[id]
    if (id !== 'K1') return [lineOf(name, figure)]
    return audiences.map((audience) =>
      lineOf(`${name}: ${trainingLabels.lists.audiences[audience][language]}`, figure[audience] ?? {}),
    )
  })
}

function lineOf(name: string, published: Published): LineRead {
  const { numerator, denominator, missing = 0, proportion = 0, low = 0, high = 0, value = 0 } = published
  if (numerator !== undefined && denominator !== undefined) {
    return {
      name,
      figure: [percent(proportion), numerator],
      outOf: [denominator],
      missing: [missing],
      sure: [percent(low), percent(high)],
    }
  }
  const { person_years: years, officer_months: months } = published
  if (years !== undefined) return rateLine(name, value, years, perHundred(published, 'rate_per_100', 1))
  if (months !== undefined) return rateLine(name, value, months, perHundred(published, 'rate', 100))
  return { name, figure: [value], outOf: [], missing: [], sure: [] }
}

function rateLine(name: string, value: number, time: number, [rate, low, high]: number[]): LineRead {
  return {
    name,
    figure: [value],
    outOf: [round(time)],
    missing: [],
    sure: [rate ?? 0, 100, low ?? 0, high ?? 0],
  }
}

function perHundred(published: Published, rate: string, factor: number): number[] {
  return [rate, 'rate_low', 'rate_high'].map((name) => round((published[name] ?? 0) * factor))
}

const percent = (share: number) => round(share * 100)
const round = (value: number) => Number(value.toFixed(value < 0.1 ? 3 : 1))
