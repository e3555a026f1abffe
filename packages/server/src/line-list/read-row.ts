import {
  type AnyKind,
  acceptedBy,
  findPartialDate,
  isReferenceCode,
  longestCode,
  type PartialDate,
  readField,
  type SealedSayings,
  withLatinDigits,
  writeField,
} from '@sathi/domain'
import { hiddenCell, type RowFault, shown } from './fault.ts'
import type { ColumnPlan } from './read-header.ts'
import { readSealedCells } from './sealed-columns.ts'

/** What one row says, before it is known what its codes and row ids point at. */
export type DraftRow = {
  readonly rowId: string
  /** Empty in a retraction that leaves it out. */
  readonly subjectCode: string
  readonly occurredOn: PartialDate | undefined
  readonly author: string | null
  readonly amends: string | undefined
  readonly retracts: string | undefined
  readonly open: Readonly<Record<string, unknown>>
  /** What it says in sealed fields, in clear: kept no longer than the row is looked at. */
  readonly says: SealedSayings
}

const rowIdShape = /^[!-~]+$/
const rowIdAccepted = `an id that is unique in this file: letters, digits and signs without spaces, at most ${longestCode} characters`
const targetAccepted = 'the row_id of a row of this file, in this list or imported before'
const dateShape = { type: 'date' } as const

/** Reads one row of a kind's table: a draft, and every fault found in its cells. The draft is only good without faults. */
export function readRow(
  kind: AnyKind,
  plan: ColumnPlan,
  cells: readonly string[],
): { readonly draft: DraftRow; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = []
  const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? ''))
  const bad = (column: string, text: string, accepted: string): void => {
    const missing = text === ''
    faults.push({
      column,
      code: missing ? 'missing-value' : 'bad-value',
      found: missing ? 'an empty cell' : shown(text),
      accepted,
    })
  }
  const rowId = cell(plan.rowId)
  if (!isRowId(rowId) && plan.rowId >= 0) bad('row_id', rowId, rowIdAccepted)
  const amends = cell(plan.amends)
  if (amends !== '' && !isRowId(amends)) bad('amends', amends, targetAccepted)
  const retracts = cell(plan.retracts)
  if (retracts !== '' && !isRowId(retracts)) bad('retracts', retracts, targetAccepted)

  const retraction = retracts !== ''
  const subjectCode = cell(plan.subjectCode)
  if (subjectCode === '' ? !retraction && plan.subjectCode >= 0 : !isReferenceCode(subjectCode)) {
    bad(kind.subjectCode, subjectCode, acceptedBy({ type: 'reference', to: kind.subject }))
  }
  const occurredText = cell(plan.occurredOn)
  const occurredOn = occurredText === '' ? undefined : findPartialDate(withLatinDigits(occurredText))
  if (occurredOn === undefined && (occurredText !== '' || !retraction) && plan.occurredOn >= 0) {
    bad('occurred_on', occurredText, acceptedBy(dateShape))
  }
  const author = cell(plan.author)
  if (author !== '' && !retraction && !isReferenceCode(author)) {
    bad('author', author, acceptedBy({ type: 'reference', to: 'user' }))
  }
  return {
    draft: {
      rowId,
      subjectCode,
      occurredOn,
      author: author === '' || retraction ? null : author,
      amends: isRowId(amends) ? amends : undefined,
      retracts: isRowId(retracts) ? retracts : undefined,
      // A retraction only names what it takes back: whatever else was copied into its row says nothing.
      open: retraction ? {} : readFields(kind, plan, cells, bad),
      says:
        retraction || plan.sealed.length === 0
          ? {}
          : readSealedCells(plan.sealed, cells, (column, accepted) =>
              faults.push({ column, code: 'bad-value', found: hiddenCell, accepted }),
            ),
    },
    faults,
  }
}

function readFields(
  kind: AnyKind,
  plan: ColumnPlan,
  cells: readonly string[],
  bad: (column: string, text: string, accepted: string) => void,
): Record<string, unknown> {
  const open: Record<string, unknown> = {}
  for (const { name, field, at } of plan.fields) {
    const text = cells[at] ?? ''
    if (text === '') {
      if (field.required) bad(name, '', acceptedBy(field.shape))
      continue
    }
    const reading = readField(field, text)
    if (reading.ok) open[name] = reading.value
    else bad(name, text, reading.accepted)
  }
  // What a kind's rule rests on is required; an optional cell that cannot be read leaves the rule as it is.
  if (plan.required.every((name) => open[name] !== undefined)) {
    for (const { field, accepted } of kind.rule(open as never)) bad(field, writeField(open[field]), accepted)
  }
  return open
}

function isRowId(text: string): boolean {
  return text.length <= longestCode && rowIdShape.test(text)
}
