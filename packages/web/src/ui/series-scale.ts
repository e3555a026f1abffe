const steps = [1, 2, 2.5, 5, 10]

/** The smallest round number (1, 2, 2.5 or 5 times a power of ten) that is not below the value; 1 for nothing. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = steps.find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10
  return step * power
}

/** Up to five round places between both ends, zero among them. */
export function ticksTo(lowest: number, highest: number): number[] {
  const step = niceTop((highest - lowest) / 4)
  const first = Math.ceil(lowest / step)
  const last = Math.floor(highest / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}
