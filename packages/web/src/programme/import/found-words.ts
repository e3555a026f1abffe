import type { LineListFault } from '../../api/index.ts'
import type { Speech } from '../../language/index.ts'

/** What stands at the place of a fault: the text itself, or in the language that nothing does. */
export function foundWords({ say }: Pick<Speech, 'say'>, { code, found, column }: LineListFault): string {
  switch (code) {
    case 'missing-value':
      return say('found.empty')
    case 'missing-column':
      return say('found.noColumn')
    case 'sealed-column':
    case 'unknown-column':
      return column ?? found
    default:
      return found
  }
}
