import type { AnyKind } from '@sathi/domain'
import type { ChainFault } from './chain-index.ts'

/** What would be accepted in place of a broken chain. */
export function chainFaultWords(code: ChainFault['code'], kind: AnyKind): string {
  switch (code) {
    case 'row-id-twice':
      return 'a row_id that stands in one row of this file only'
    case 'target-unknown':
      return `the row_id of another row of ${kind.name}`
    case 'target-itself':
      return `the row_id of another row of ${kind.name}, not of this row itself`
    case 'target-loop':
      return 'an earlier row: these rows amend one another in a circle'
    case 'target-other-subject':
      return `a row with the same ${kind.subjectCode}: to move a record, retract it and add it anew under the right ${kind.subjectCode}`
    case 'amended-twice':
      return 'a row that no other row amends: amend the last row of the chain instead'
  }
}
