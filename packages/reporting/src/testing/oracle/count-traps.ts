import type { HostileLineList } from './hostile-line-list.ts'
import { count, type Opened, type Traps } from './opened-list.ts'
import { readProgramme } from './programme.ts'
import { slowCaseUnits } from './slow-case-units.ts'
import { slowIndicators } from './slow-indicators.ts'
import { slowTrainingUnits } from './slow-training-units.ts'
import { caseTraps, enrolmentTraps, measureTraps } from './traps-of-cases.ts'
import { dateTraps, historyTraps } from './traps-of-history.ts'
import { businessTraps, incidentTraps, reliefTraps } from './traps-of-livelihoods.ts'
import { changeTraps, courseTraps, rosterTraps, screeningTraps } from './traps-of-trainings.ts'

/** How often each trap occurs in a list, by the sentence that names it. */
export function countTraps(list: HostileLineList): Record<string, number> {
  const programme = readProgramme(list.tables).during(list.period)
  const opened: Opened = {
    list,
    programme,
    cases: slowCaseUnits(programme),
    trainings: slowTrainingUnits(programme),
    figures: slowIndicators(list.tables, list.period).indicators,
  }
  const traps = {
    ...historyTraps(opened),
    ...dateTraps(opened),
    ...caseTraps(opened),
    ...enrolmentTraps(opened),
    ...measureTraps(opened),
    ...businessTraps(opened),
    ...reliefTraps(opened),
    ...incidentTraps(opened),
    ...courseTraps(opened),
    ...screeningTraps(opened),
    ...rosterTraps(opened),
    ...changeTraps(opened),
    ...figureTraps(opened),
  }
  return Object.fromEntries(Object.entries(traps).map(([name, found]) => [name, Number(found)]))
}

/** Figures at the edge of their definition. */
function figureTraps({ figures }: Opened): Traps {
  const { R3, A2, A3, W1, W2, E1, T2, V3, Q1, T1, T0, V1, V0, V2, K2, A1 } = figures
  const denominators = [R3, A2, A3, W1, W2, E1, T2, V3, Q1].map(({ denominator }) => denominator)
  return {
    'a denominator of 0': count(denominators, (n) => n === 0),
    'a denominator of 9': count(denominators, (n) => n === 9),
    'a denominator of 10': count(denominators, (n) => n === 10),
    'no incident': T1.value === 0,
    'an incident': T1.value > 0,
    'incidents without person-years': T1.value > 0 && T0.days === 0,
    'nobody identified by trained officers': V1.value === 0 && V0.value > 0,
    'nobody identified by untrained officers': V0.value === 0 && V1.value > 0,
    'a rate ratio': V2.ratio !== null,
    'one value alone for a mean': K2.n === 1,
    'no value for a mean': K2.n === 0,
    'nobody intensively supported': A1.value === 0,
  }
}
