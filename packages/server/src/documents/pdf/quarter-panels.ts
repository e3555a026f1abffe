import {
  type Figure,
  type IndicatorId,
  indicatorWords,
  type PlainFigure,
  type Report,
} from '@sathi/reporting/figures'
import type { Speech } from '../speech.ts'
import { reportWords } from '../words/report-words.ts'

/** The indicators whose quarters are drawn. */
const drawnIds = ['R1', 'A1', 'C1', 'K1'] as const satisfies readonly IndicatorId[]

/** A chart of counts by quarter: bars from nought; `height` and `bound` are parts of the panel's full height. */
export type QuarterPanel = {
  readonly name: string
  /** The same in one sentence, for those who do not see the picture. */
  readonly spoken: string
  readonly bars: readonly QuarterBar[]
}

export type QuarterBar = {
  readonly label: readonly string[]
  readonly value: string
  readonly height: number
  /** Up to where there may be some by chance, when none were seen. */
  readonly bound: number | null
}

/** The charts by quarter: one for each audience of courses, all on one scale; others trained only where there are any. */
export function quarterPanels(speech: Speech, { series }: Report): QuarterPanel[] {
  return drawnIds.flatMap((id) => {
    const name = speech.say(indicatorWords[id].name)
    const lines = [...linesOf(series[id])].filter(([group, quarters]) => {
      return group !== 'other' || quarters.some(({ value }) => value > 0)
    })
    const top = Math.max(
      1,
      ...lines.flatMap(([, quarters]) => quarters.map(({ value, high }) => high ?? value)),
    )
    return lines.map(([group, quarters]) => {
      const named =
        group === undefined
          ? name
          : speech.say(reportWords.ofGroup, { name, group: speech.group('audience', group) })
      return panel(speech, named, quarters, top)
    })
  })
}

type Quarter = { readonly key: string; readonly value: number; readonly high: number | null }

/** The quarters of an indicator, or of each of its groups. */
function linesOf(series: Readonly<Record<string, Figure>>): Map<string | undefined, Quarter[]> {
  const lines = new Map<string | undefined, Quarter[]>()
  for (const [key, figure] of Object.entries(series)) {
    const plain: [string | undefined, PlainFigure][] =
      figure.shape === 'grouped' ? Object.entries(figure.groups) : [[undefined, figure]]
    for (const [group, { shape, ...rest }] of plain) {
      if (shape !== 'count') throw new Error(`quarters of a ${shape} are not drawn`)
      const { value, high } = rest as { value: number; high: number | null }
      lines.set(group, [...(lines.get(group) ?? []), { key, value, high }])
    }
  }
  return lines
}

function panel({ formats }: Speech, name: string, quarters: readonly Quarter[], top: number): QuarterPanel {
  const bars = quarters.map(({ key, value, high }) => ({
    label: formats.quarter(key),
    value: formats.count(value),
    height: value / top,
    bound: high === null ? null : high / top,
  }))
  const spoken = bars.map(({ label, value }) => `${label.join(' ')}: ${value}`).join('; ')
  return { name, bars, spoken: `${name}. ${spoken}` }
}
