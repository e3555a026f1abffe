/** Places on a drawn scale from 0 at its left end to 1 at its right end. */
export type IntervalBar = {
  readonly low: number
  readonly high: number
  readonly value: number | null
  /** Where nought stands, when it is not an end of the scale. */
  readonly zero: number | null
}

/** A share, on the whole scale from none to all. */
export function shareBar(value: number, low: number, high: number): IntervalBar {
  return { value, low, high, zero: null }
}

/** Another estimate, on a scale from nought to a little beyond both ends. */
export function intervalBar(value: number | null, low: number, high: number): IntervalBar {
  const from = Math.min(0, low * 1.15)
  const to = Math.max(0, high * 1.15)
  const place = (at: number) => (to === from ? 0 : (at - from) / (to - from))
  return {
    low: place(low),
    high: place(high),
    value: value === null ? null : place(value),
    zero: from < 0 && to > 0 ? place(0) : null,
  }
}
