import { figureWords, type PlainFigure } from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import type { FigureColumns } from './figure-columns.ts'
import { numberWords, unitWords } from './figure-words.ts'
import { PartOfFigure, type PartPlace } from './part-of-figure.tsx'
import { readFigure } from './read-figure.ts'
import type { Reading } from './reading.ts'
import { SurenessView } from './sureness-view.tsx'

type FigureCellsProps = PartPlace & { readonly figure: PlainFigure; readonly columns: FigureColumns }

/** The cells of one figure: the figure, out of how many, missing, how sure. */
export function FigureCells({ figure, columns, ...where }: FigureCellsProps) {
  const { word } = useSpeech()
  const reading = readFigure(figure)
  const { missing, sureness } = reading
  return (
    <>
      <td className="figure-main" data-label={word(figureWords.figure)}>
        <MainFigure {...where} reading={reading} />
      </td>
      {columns.outOf && <OutOf {...where} reading={reading} />}
      {columns.missing && (
        <td
          data-label={word(figureWords.missing)}
          className={missing === undefined ? 'nothing' : 'figure-missing'}
        >
          {missing !== undefined && <PartOfFigure {...where} of={missing} />}
        </td>
      )}
      <td className="figure-sure" data-label={word(figureWords.sure)}>
        <SurenessView sureness={sureness} />
      </td>
    </>
  )
}

type PieceProps = PartPlace & { readonly reading: Reading }

function MainFigure({ reading: { main, counted, atMost, alongside }, ...where }: PieceProps) {
  const speech = useSpeech()
  const { value, unit } = main
  return (
    <div>
      {unit === 'count' && counted !== undefined ? (
        <PartOfFigure {...where} of={counted} main />
      ) : (
        <>
          <p className="part">
            <span className="main-number number">
              {value === null ? speech.say('figure.none') : numberWords(speech.formats, unit, value)}
            </span>{' '}
            {value !== null && <span className="small soft">{unitWords(speech, unit)}</span>}
          </p>
          {counted !== undefined && <PartOfFigure {...where} of={counted} />}
        </>
      )}
      {atMost !== undefined && (
        <p className="part small">
          {speech.word(figureWords.atMost, { high: speech.formats.decimal(atMost, 1) })}
        </p>
      )}
      {alongside !== undefined && <PartOfFigure {...where} of={alongside} />}
    </div>
  )
}

function OutOf({ reading: { outOf, exposure }, ...where }: PieceProps) {
  const { word, formats } = useSpeech()
  const nothing = outOf === undefined && exposure === undefined
  return (
    <td data-label={word(figureWords.outOf)} className={nothing ? 'nothing' : 'figure-out-of'}>
      {outOf !== undefined && <PartOfFigure {...where} of={outOf} />}
      {exposure !== undefined && (
        <p className="part">
          <span className="number">{formats.decimal(exposure.value, 1)}</span>{' '}
          <span className="small soft">{word(figureWords[exposure.unit])}</span>
        </p>
      )}
    </td>
  )
}
