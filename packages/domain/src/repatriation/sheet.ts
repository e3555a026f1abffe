import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { repatriationKinds, type repatriationLists } from './kinds.ts'

type Stage = CodeOf<typeof repatriationLists.stages>
type DocumentType = CodeOf<typeof repatriationLists.documentTypes>

/** A step of the road home, and the entry that records it. */
export type Milestone = { readonly id: EntryId; readonly day: DayNumber; readonly stage: Stage }

/** Something that holds a stage up and has not been lifted since. */
export type Block = Milestone & { readonly reason: CodeOf<typeof repatriationLists.blockReasons> }

export type RepatriationSheet = {
  /** The last stage reached, who is waited for there, and where she crosses. */
  readonly phase?: Milestone & {
    readonly waitingOn?: string
    readonly checkpoint?: CodeOf<typeof repatriationLists.checkpoints>
  }
  /** The beginning of the road: the first rescue or detention or, without one, the first shelter. */
  readonly start?: Milestone
  /** Every time she was handed over at the border. */
  readonly handovers?: readonly (readonly [id: EntryId, day: DayNumber])[]
  /** The first time she came home to her family or was placed elsewhere. */
  readonly home?: Milestone
  readonly blocks?: readonly Block[]
  /** How often agencies were chased, when last, and whether that was answered. */
  readonly chased?: { readonly times: number; readonly last: DayNumber; readonly answered?: 'yes' | 'no' }
  /** The papers on file, with the day until which the latest registered of each type is valid (null: not recorded). */
  readonly documents?: Partial<Readonly<Record<DocumentType, DayNumber | null>>>
  /** Clues to her address by what became of them. */
  readonly clues?: Partial<Readonly<Record<CodeOf<typeof repatriationLists.clueOutcomes>, number>>>
}

/** How far she is on the road home, and what holds her up (REP-1 to REP-5). */
export const repatriationPart = sheetPart({
  name: 'repatriation',
  subject: 'case',
  kinds: repatriationKinds,
  fold: (facts): RepatriationSheet => {
    const stages = facts.repatriation_stage
    const last = stages.at(-1)
    const handovers = stages
      .filter((fact) => fact.open.stage === 'handover')
      .map((fact) => [fact.id, fact.day] as const)
    return recorded({
      phase:
        last &&
        recorded({ ...milestone(last), waitingOn: last.open.waiting_on, checkpoint: last.open.checkpoint }),
      start: firstOf(stages, ['rescued_or_detained']) ?? firstOf(stages, ['sheltered']),
      handovers: unlessEmpty(handovers),
      home: firstOf(stages, ['family_reunion', 'alternative_placement']),
      blocks: unlessEmpty(standingBlocks(facts.repatriation_blocked, facts.repatriation_unblocked)),
      chased: chased(facts.repatriation_chased),
      documents: documentsHeld(facts.document_registered),
      clues: clueCounts(facts.address_clue),
    })
  },
})

type StageFact = Fact<OpenOf<typeof repatriationKinds.repatriation_stage>>
type BlockFact = Fact<OpenOf<typeof repatriationKinds.repatriation_blocked>>
type UnblockFact = Fact<OpenOf<typeof repatriationKinds.repatriation_unblocked>>
type ChaseFact = Fact<OpenOf<typeof repatriationKinds.repatriation_chased>>
type DocumentFact = Fact<OpenOf<typeof repatriationKinds.document_registered>>
type ClueFact = Fact<OpenOf<typeof repatriationKinds.address_clue>>

function milestone(fact: Fact<{ readonly stage: Stage }>): Milestone {
  return { id: fact.id, day: fact.day, stage: fact.open.stage }
}

function firstOf(stages: readonly StageFact[], wanted: readonly Stage[]): Milestone | undefined {
  const found = stages.find((fact) => wanted.includes(fact.open.stage))
  return found && milestone(found)
}

/** Lifting a stage's block lifts all that held it up until that day, whatever their reasons. */
function standingBlocks(blocked: readonly BlockFact[], unblocked: readonly UnblockFact[]): Block[] {
  return blocked
    .filter(
      (block) => !unblocked.some((lift) => lift.open.stage === block.open.stage && lift.day >= block.day),
    )
    .map((block) => ({ ...milestone(block), reason: block.open.reason }))
}

function chased(facts: readonly ChaseFact[]): RepatriationSheet['chased'] {
  const last = facts.at(-1)
  return last && recorded({ times: facts.length, last: last.day, answered: last.open.answered })
}

function documentsHeld(facts: readonly DocumentFact[]): RepatriationSheet['documents'] {
  if (facts.length === 0) return undefined
  const held: Partial<Record<DocumentType, DayNumber | null>> = {}
  for (const { open } of facts) {
    held[open.document_type] = open.valid_until === undefined ? null : dayNumberOf(open.valid_until)
  }
  return held
}

function clueCounts(facts: readonly ClueFact[]): RepatriationSheet['clues'] {
  if (facts.length === 0) return undefined
  const counts: Partial<Record<'open' | 'matched' | 'ruled_out', number>> = {}
  for (const { open } of facts) {
    const outcome = open.outcome ?? 'open'
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
