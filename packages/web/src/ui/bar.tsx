import './bar.css'

type BarProps = {
  readonly value: number
  /** The end of the scale; bars beside each other share it. */
  readonly to: number
  /** Low and high end of what the value may be, where it is an estimate. */
  readonly low?: number | null
  readonly high?: number | null
}

/** A horizontal bar from zero. Drawn only; its number stands beside it. */
export function Bar({ value, to, low, high }: BarProps) {
  const place = (at: number) => `${(100 * Math.max(0, at)) / (to || 1)}%`
  const sure = low === undefined || low === null || high === undefined || high === null
  return (
    <svg className="bar" width="100%" height="20" aria-hidden="true">
      <line className="base" x1="0.5" x2="0.5" y1="0" y2="20" />
      <rect className="filled" x="1" width={place(value)} y="3" height="14" rx="2" />
      {!sure && (
        <g className="whisker">
          <line x1={place(low)} x2={place(high)} y1="10" y2="10" />
          <line x1={place(low)} x2={place(low)} y1="5" y2="15" />
          <line x1={place(high)} x2={place(high)} y1="5" y2="15" />
        </g>
      )}
    </svg>
  )
}
