import type { Period } from '@sathi/reporting/figures'
import type { FigurePlace } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { CountedLink } from './counted-link.tsx'
import { wordsOfPart } from './figure-words.ts'
import type { PartCount } from './reading.ts'

/** Which figure a part belongs to, and whether the words of its parts stand elsewhere on the screen. */
export type PartPlace = {
  readonly period: Period
  readonly place: Omit<FigurePlace, 'part'>
  readonly wordless?: boolean
}

type PartOfFigureProps = PartPlace & { readonly of: PartCount; readonly main?: boolean }

/** A number that can be opened, with what it counts. */
export function PartOfFigure({ period, place, wordless = false, of, main = false }: PartOfFigureProps) {
  const words = wordsOfPart(useSpeech(), place.indicator, of.part)
  const link = <CountedLink period={period} place={{ ...place, part: of.part }} count={of.count} of={words} />
  return (
    <p className="part">
      {main ? <span className="main-number">{link}</span> : link}{' '}
      {!wordless && <span className="small soft">{words}</span>}
    </p>
  )
}
