import './bar.css'

type IntervalBarProps = {
  readonly value: number | null
  readonly low: number
  readonly high: number
  /** Ends of the scale that the bar shows. */
  readonly from: number
  readonly to: number
}

/** How sure a figure is: a band from low to high on a scale, and the figure as a point. Drawn only; numbers stand beside it. */
export function IntervalBar({ value, low, high, from, to }: IntervalBarProps) {
  const place = (at: number) => `${(100 * (at - from)) / (to - from || 1)}%`
  const width = `${(100 * (high - low)) / (to - from || 1)}%`
  return (
    <svg className="interval-bar" width="100%" height="14" aria-hidden="true">
      <line className="scale" x1="0" x2="100%" y1="7" y2="7" />
      {from < 0 && to > 0 && <line className="zero" x1={place(0)} x2={place(0)} y1="0" y2="14" />}
      <rect className="band" x={place(low)} width={width} y="3" height="8" rx="2" />
      {value !== null && <circle className="point" cx={place(value)} cy="7" r="4.5" />}
    </svg>
  )
}
