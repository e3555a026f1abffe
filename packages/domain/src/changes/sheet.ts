import {
  type CodeOf,
  type DayNumber,
  type EntryId,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { changeKinds, type changeLists } from './kinds.ts'

/** What somebody who looked into the change found. */
export type Substantiation = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly independent: boolean
  readonly agrees: CodeOf<typeof changeLists.agreements>
}

export type ChangeSheet = {
  /** As last harvested; absent when only a substantiation is recorded. */
  readonly title?: string
  readonly level?: CodeOf<typeof changeLists.changeLevels>
  readonly significance?: number
  readonly contribution?: CodeOf<typeof changeLists.contributions>
  readonly actor?: string
  /** Every status, first to last. */
  readonly statuses?: readonly (readonly [
    id: EntryId,
    day: DayNumber,
    status: CodeOf<typeof changeLists.changeStatuses>,
  ])[]
  readonly substantiations?: readonly Substantiation[]
}

/** A change in the system, how far it is agreed, and who bears it out (CHA-1). */
export const changesPart = sheetPart({
  name: 'changes',
  subject: 'change',
  kinds: changeKinds,
  fold: ({ change_harvested, change_substantiated }): ChangeSheet => {
    const change = change_harvested.at(-1)?.open
    const statuses = change_harvested.map(({ id, day, open }) => [id, day, open.status] as const)
    const substantiations = change_substantiated.map(({ id, day, open }) => {
      return { id, day, independent: open.verifier_independent === 'yes', agrees: open.agrees }
    })
    return recorded({
      title: change?.title,
      level: change?.level,
      significance: change?.significance,
      contribution: change?.contribution,
      actor: change?.actor,
      statuses: unlessEmpty(statuses),
      substantiations: unlessEmpty(substantiations),
    })
  },
})
