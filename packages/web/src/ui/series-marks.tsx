export type SeriesForm = 'bars' | 'points'

/** One place in time. A null value is drawn as a dash: there is no figure, which is not zero. */
export type SeriesPoint = {
  readonly key: string
  /** Its name, in short lines. */
  readonly label: readonly string[]
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** The value in words. */
  readonly text: string
}

type SeriesMarksProps = {
  readonly point: SeriesPoint
  readonly form: SeriesForm
  readonly scale: (value: number) => number
  readonly middle: number
  readonly thickness: number
}

export function SeriesMarks({ point, form, scale, middle, thickness }: SeriesMarksProps) {
  const { value, low, high, text } = point
  if (value === null) {
    return (
      <text className="value" x={middle} y={scale(0) - 6} textAnchor="middle">
        –
      </text>
    )
  }
  const whisker = form === 'points' && low !== null && high !== null
  const labelled = whisker ? Math.max(value, high) : Math.max(0, value)
  return (
    <>
      {form === 'bars' && (
        <rect
          className="column"
          x={middle - thickness / 2}
          width={thickness}
          y={Math.min(scale(value), scale(0))}
          height={Math.abs(scale(0) - scale(value))}
          rx="2"
        />
      )}
      {whisker && (
        <g className="whisker">
          <line x1={middle} x2={middle} y1={scale(low)} y2={scale(high)} />
          <line x1={middle - 6} x2={middle + 6} y1={scale(low)} y2={scale(low)} />
          <line x1={middle - 6} x2={middle + 6} y1={scale(high)} y2={scale(high)} />
        </g>
      )}
      {form === 'points' && <circle className="point" cx={middle} cy={scale(value)} r="5" />}
      <text className="value" x={middle} y={scale(labelled) - 7} textAnchor="middle">
        {text}
      </text>
    </>
  )
}
