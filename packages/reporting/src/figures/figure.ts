/**
 * A figure: what an indicator says for one period and one group of people. Names of members are those of the
 * published JSON in camel case. A bound or share that is infinite, undefined or withheld for a small denominator is null.
 */
export type Figure =
  | CountFigure
  | ProportionFigure
  | DurationFigure
  | MeanFigure
  | PersonYearsFigure
  | IncidenceFigure
  | IdentificationFigure
  | RateRatioFigure
  | ChangesFigure
  | GroupedFigure

/** How many. `high` is the exact Poisson upper bound (one-sided 97.5 %) of a count of nothing, else null. */
export type CountFigure = { readonly shape: 'count'; readonly value: number; readonly high: number | null }

/** A share with its Wilson 95 % interval; null below a denominator of 10. `missing` are eligible but without the data. */
export type ProportionFigure = {
  readonly shape: 'proportion'
  readonly numerator: number
  readonly denominator: number
  readonly missing: number
  readonly proportion: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Days between two events: median and, where the indicator gives it, the 90th percentile (R type 7). */
export type DurationFigure = {
  readonly shape: 'duration'
  readonly n: number
  readonly missing: number
  readonly median: number | null
  readonly p90?: number | null
}

/** A mean change with its 95 % t-interval; for knowledge also the mean normalised gain. */
export type MeanFigure = {
  readonly shape: 'mean'
  readonly n: number
  readonly missing: number
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  readonly normalisedGain?: number | null
  readonly normalisedGainN?: number
}

/** Time under verified follow-up: `value` in person-years of 365.25 days. */
export type PersonYearsFigure = {
  readonly shape: 'person_years'
  readonly value: number
  readonly days: number
  readonly cases: number
}

/** Events with their exact Poisson interval and the rate per 100 person-years. */
export type IncidenceFigure = {
  readonly shape: 'incidence'
  readonly value: number
  readonly low: number
  readonly high: number
  readonly personYears: number
  readonly ratePer100: number | null
  readonly rateLow: number | null
  readonly rateHigh: number | null
}

/** Screenings that identified and referred somebody, with their rate per officer-month of 30.4375 days. */
export type IdentificationFigure = {
  readonly shape: 'identification'
  readonly value: number
  readonly low: number
  readonly high: number
  readonly officerMonths: number
  readonly rate: number | null
  readonly rateLow: number | null
  readonly rateHigh: number | null
}

/** Rate of trained officers over rate of untrained ones, with its exact conditional 95 % interval. */
export type RateRatioFigure = {
  readonly shape: 'rate_ratio'
  readonly ratio: number | null
  readonly low: number | null
  readonly high: number | null
  readonly trainedOfficerMonths: number
  readonly untrainedOfficerMonths: number
  readonly trainedOfficerDays: number
  readonly untrainedOfficerDays: number
}

/** Changes in the system, and how many an independent verifier bears out. */
export type ChangesFigure = {
  readonly shape: 'changes'
  readonly value: number
  readonly substantiatedIndependently: number
}

/** A figure that the indicator itself gives by group (audience, rater, interviewee), with the whole where it has one. */
export type GroupedFigure = {
  readonly shape: 'grouped'
  readonly by: 'audience' | 'rater' | 'interviewee'
  readonly whole: PlainFigure | null
  readonly groups: Readonly<Record<string, PlainFigure>>
}

export type PlainFigure = Exclude<Figure, GroupedFigure>
