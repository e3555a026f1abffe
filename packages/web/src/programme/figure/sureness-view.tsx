import { figureWords } from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import { IntervalBar } from '../../ui/index.ts'
import { bareRangeWords, numberWords, rangeWords, unitWords } from './figure-words.ts'
import type { Estimate, Sureness } from './reading.ts'

/** How sure a figure is, in words and, for an estimate, as a band. */
export function SurenessView({ sureness }: { sureness: Sureness }) {
  const { word, formats } = useSpeech()
  switch (sureness.kind) {
    case 'interval':
      return <Interval estimate={sureness.estimate} />
    case 'counted':
      return <span className="sure-counted soft small">{word(figureWords.counted)}</span>
    case 'none-seen':
      return (
        <span className="small">
          {word(figureWords.noneSeen, { high: formats.decimal(sureness.high, 1) })}
        </span>
      )
    case 'too-few':
      return <span className="small">{word(figureWords.tooFew)}</span>
    case 'no-data':
      return <span className="soft small">{word(figureWords.noData)}</span>
    case 'nine-of-ten':
      return (
        <span className="small">
          {word(figureWords.nineOfTen, { days: formats.decimal(sureness.days, 1) })}
        </span>
      )
    case 'at-least':
      return (
        <span className="small">
          {word(figureWords.atLeast, { times: formats.decimal(sureness.times, 1) })}
        </span>
      )
  }
}

function Interval({ estimate }: { estimate: Estimate }) {
  const speech = useSpeech()
  const { unit, value, low, high } = estimate
  if (low === null || high === null) return null
  const [from, to] = scaleOf(estimate, low, high)
  const rate = unit === 'per100Years' || unit === 'per100Months'
  return (
    <div className="interval">
      <IntervalBar {...{ value, low, high, from, to }} />
      {rate && value !== null && (
        <span className="small">
          {numberWords(speech.formats, unit, value)} {unitWords(speech, unit)}
        </span>
      )}
      <span className="small soft">{(rate ? bareRangeWords : rangeWords)(speech, unit, low, high)}</span>
    </div>
  )
}

/** Shares stand on the whole scale; other estimates on one from zero to a little beyond both ends. */
function scaleOf({ unit }: Estimate, low: number, high: number): [number, number] {
  if (unit === 'share') return [0, 1]
  return [Math.min(0, low * 1.15), Math.max(0, high * 1.15)]
}
