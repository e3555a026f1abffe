import { type SeriesForm, SeriesMarks, type SeriesPoint } from './series-marks.tsx'
import { niceTop, ticksTo } from './series-scale.ts'
import { useWidth } from './use-width.ts'
import './series-chart.css'

type SeriesChartProps = {
  /** What the chart shows, for those who hear it; the table beside it has the numbers. */
  readonly label: string
  readonly points: readonly SeriesPoint[]
  readonly form: SeriesForm
  /** The end of the scale where it is fixed (1 for shares). */
  readonly top?: number | undefined
  readonly format: (value: number) => string
}

const height = 232
const above = 24
const below = 44
const left = 48

/** Figures over time: bars for counts, points with whiskers for estimates. */
export function SeriesChart({ label, points, form, top, format }: SeriesChartProps) {
  const [frame, width] = useWidth()
  const ends = points.flatMap(({ value, low, high }) => [value, low, high].filter((end) => end !== null))
  const highest = top ?? niceTop(Math.max(0, ...ends))
  const lowest = Math.min(0, ...ends) < 0 ? -niceTop(-Math.min(...ends)) : 0
  const scale = (value: number) =>
    above + (height - above - below) * (1 - (value - lowest) / (highest - lowest || 1))
  const step = (width - left) / Math.max(1, points.length)
  const longest = Math.max(
    ...points.map(({ label: lines }) => Math.max(...lines.map((line) => [...line].length))),
  )
  const every = Math.max(1, Math.ceil((longest * 7.5 + 6) / Math.max(1, step)))
  return (
    <div ref={frame} className="series-chart">
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height}>
          {ticksTo(lowest, highest).map((tick) => (
            <g key={tick} className={tick === 0 ? 'tick zero' : 'tick'}>
              <line x1={left} x2={width} y1={scale(tick)} y2={scale(tick)} />
              <text x={left - 8} y={scale(tick) + 4} textAnchor="end">
                {format(tick)}
              </text>
            </g>
          ))}
          {points.map((point, index) => {
            const middle = left + step * (index + 0.5)
            return (
              <g key={point.key}>
                <SeriesMarks {...{ point, form, scale, middle }} thickness={Math.min(48, step * 0.6)} />
                {index % every === 0 &&
                  point.label.map((line, row) => (
                    <text
                      key={line}
                      className="name"
                      x={middle}
                      y={height - below + 20 + row * 18}
                      textAnchor="middle"
                    >
                      {line}
                    </text>
                  ))}
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}
