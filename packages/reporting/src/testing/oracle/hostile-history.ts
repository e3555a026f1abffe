import type { Dice } from './dice.ts'
import type { Row } from './row.ts'

/** A row before it has an id: what it amends or takes back is named by the row itself. */
export type Draft = { kind: string; subject: string; cells: Row; amends?: Draft; retracts?: Draft }

/** Draws another row of the same kind and subject: what was first written down, or what never happened. */
export type Redraw = (kind: string, subject: string) => Draft

/**
 * Gives facts a past, in every way the dictionary allows. Facts marked as the ones a list stands on
 * (`lasting`) are amended and surrounded by rows that are taken back, but stand themselves.
 */
export function giveHistory(
  facts: Draft[],
  dice: Dice,
  redraw: Redraw,
  lasting: (fact: Draft) => boolean,
): Draft[] {
  const chains: Draft[][] = []
  const retractions: Draft[] = []
  const share = dice.pick([0.05, 0.1, 0.25])
  for (const fact of facts) {
    const { kind, subject } = fact
    const beside = chains.filter(([other]) => other?.kind === kind && other.subject === subject).flat()
    const chain = dice.chance(share) ? chainEndingIn(fact, dice, redraw) : [fact]
    chains.push(chain)
    if (dice.chance(share / 2)) {
      const decoy = redraw(kind, subject)
      const takenBack = dice.chance(0.3) ? chainEndingIn(decoy, dice, redraw) : [decoy]
      chains.push(takenBack)
      retractions.push(...retractionsOf(dice.pick(takenBack), dice, [...beside, ...chain]))
    } else if (!lasting(fact) && dice.chance(share / 3)) {
      retractions.push(...retractionsOf(dice.pick(chain), dice, beside))
    }
  }
  return [...chains.flat(), ...retractions]
}

/** One to three earlier versions of a fact, each amended by the next; now and then only one cell differs. */
function chainEndingIn(fact: Draft, dice: Dice, redraw: Redraw): Draft[] {
  const chain = Array.from({ length: dice.whole(1, 3) }, () => redraw(fact.kind, fact.subject))
  if (dice.chance(0.2) && chain[0] !== undefined) chain[0].cells = { ...fact.cells }
  chain.push(fact)
  for (const [i, version] of chain.entries()) {
    const before = chain[i - 1]
    if (before !== undefined) version.amends = before
  }
  return chain
}

/**
 * Takes a row back: by a bare row or by a copy of it, once or twice, by a retraction that first named
 * another row, or by one that is itself retracted (which changes nothing).
 */
function retractionsOf(target: Draft, dice: Dice, mistaken: Draft[]): Draft[] {
  const { kind, subject } = target
  const blank = (): Draft => ({ kind, subject, cells: dice.chance(0.3) ? { ...target.cells } : {} })
  const rows: Draft[] = []
  if (dice.chance(0.2)) {
    const mistake: Draft = { ...blank(), retracts: mistaken.length > 0 ? dice.pick(mistaken) : target }
    const middle: Draft = { ...blank(), retracts: target, amends: mistake }
    rows.push(mistake, middle)
    if (dice.chance(0.3)) rows.push({ ...blank(), retracts: target, amends: middle })
  } else rows.push({ ...blank(), retracts: target })
  if (dice.chance(0.15)) rows.push({ ...blank(), retracts: target })
  if (dice.chance(0.25)) rows.push({ ...blank(), retracts: dice.pick(rows) })
  return rows
}
