import type { Period } from '@sathi/reporting/figures'
import { type Answer, ask } from './answer.ts'

/** The organisation whose records this server keeps; `proposedPeriod` is what a first report should look at. */
export type Organisation =
  | { readonly state: 'none' }
  | {
      readonly state: 'ready'
      readonly name: string
      readonly synthetic: boolean
      readonly entries: number
      readonly cases: number
      readonly firstDay: Period['from'] | null
      readonly lastDay: Period['to'] | null
      readonly proposedPeriod: Period | null
    }

export function askForOrganisation(): Promise<Answer<Organisation>> {
  return ask('/organisation')
}

export function setUpOrganisation(name: string): Promise<Answer<Organisation>> {
  return ask('/organisation', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
}
