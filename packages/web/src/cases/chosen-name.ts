import type { Entry } from '@sathi/domain/journal'
import type { CompartmentAnswer } from '../device/index.ts'
import type { SealedName } from '../journal/index.ts'

/** What she is called, once the compartment is open: her call name before her formal one, of the last opening that names her. */
export function chosenName(
  answer: CompartmentAnswer | undefined,
  openings?: readonly Pick<Entry, 'id'>[],
): string | undefined {
  if (answer?.state !== 'open') return undefined
  const wanted = openings === undefined ? [...answer.said.keys()] : openings.map(({ id }) => id)
  for (const id of wanted.toReversed()) {
    const names = answer.said.get(id)?.names as readonly SealedName[] | undefined
    const name = names?.find(({ kind }) => kind === 'call') ?? names?.find(({ kind }) => kind === 'formal')
    if (name !== undefined) return name.text
  }
  return undefined
}
