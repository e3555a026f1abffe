import { clopperPearson, meanChange, poissonInterval, proportion, total } from './slow-statistics.ts'
import { AUDIENCES, INTERVIEWEES, type Participation, type TrainingUnits } from './slow-training-units.ts'

/** A month of a roster, in days. */
const MONTH = 30.4375

/** K1 and K2 over some participations. */
export function slowCourseFigures(participations: Participation[]) {
  const ofAudience = (audience: string) => participations.filter((one) => one.audience === audience)
  return {
    K1: Object.fromEntries(AUDIENCES.map((audience) => [audience, trained(ofAudience(audience))])),
    K2: {
      ...knowledgeGain(participations),
      by_audience: Object.fromEntries(
        AUDIENCES.map((audience) => [audience, knowledgeGain(ofAudience(audience))]),
      ),
    },
  }
}

/** The figures of identification, changes and studies. */
export function slowTrainingFigures(units: TrainingUnits) {
  const trainedMonths = units.trainedDays / MONTH
  const untrainedMonths = units.untrainedDays / MONTH
  const found = units.V3.filter((finding) => finding !== null)
  return {
    V1: perMonth(units.V1.length, trainedMonths),
    V0: perMonth(units.V0.length, untrainedMonths),
    V2: {
      ...rateRatio(units.V1.length, trainedMonths, units.V0.length, untrainedMonths),
      trained_officer_months: trainedMonths,
      untrained_officer_months: untrainedMonths,
      trained_officer_days: units.trainedDays,
      untrained_officer_days: units.untrainedDays,
    },
    V3: proportion(
      found.filter((confirmed) => confirmed).length,
      found.length,
      units.V3.length - found.length,
    ),
    S1: {
      value: units.S1.length,
      substantiated_independently: units.S1.filter((change) => change.substantiated).length,
    },
    N1: Object.fromEntries(
      INTERVIEWEES.map((who) => [
        who,
        { value: units.N1.filter((interviewee) => interviewee === who).length },
      ]),
    ),
  }
}

/** How many people completed a course. */
export function trained(participations: Participation[]) {
  const completed = participations.filter((one) => one.completed).map((one) => one.participant)
  return { value: new Set(completed).size }
}

/** K2 of some participations together. */
export function knowledgeGain(participations: Participation[]) {
  const scored = participations.flatMap(({ pre, post }) =>
    pre === null || post === null ? [] : [{ pre, post }],
  )
  const normalised = scored.filter(({ pre }) => pre < 100).map(({ pre, post }) => (post - pre) / (100 - pre))
  return {
    ...meanChange(
      scored.map(({ pre, post }) => post - pre),
      participations.length - scored.length,
    ),
    normalised_gain: normalised.length === 0 ? null : total(normalised) / normalised.length,
    normalised_gain_n: normalised.length,
  }
}

function perMonth(value: number, months: number) {
  const bounds = poissonInterval(value)
  const rate = (events: number) => (months === 0 ? null : events / months)
  return {
    value,
    ...bounds,
    officer_months: months,
    rate: rate(value),
    rate_low: rate(bounds.low),
    rate_high: rate(bounds.high),
  }
}

/** The ratio of two rates; given all events, those of the first are binomial, which bounds the ratio exactly. */
function rateRatio(events1: number, months1: number, events0: number, months0: number) {
  const nothing = { ratio: null, low: null, high: null }
  if (months1 === 0 || months0 === 0 || events1 + events0 === 0) return nothing
  const share = clopperPearson(events1, events1 + events0)
  const odds = (p: number) => (p === 1 ? null : ((p / (1 - p)) * months0) / months1)
  return {
    ratio: events0 === 0 ? null : events1 / months1 / (events0 / months0),
    low: odds(share.low),
    high: odds(share.high),
  }
}
