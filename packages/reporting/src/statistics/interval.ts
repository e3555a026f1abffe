/** A 95 % interval: the bounds between which the true value plausibly lies, in the unit of the estimate. */
export type Interval = { low: number; high: number }
