import { caseScreens } from '../../cases/index.ts'
import { journalForms, journalParts, journalScreens } from '../../journal/index.ts'
import { fetchLanguages } from '../../language/index.ts'

/** Fetches everything that a member may need when there is no network any more. */
export function fetchMemberScreens(): Promise<unknown> {
  const { add, write } = journalScreens
  const loads: readonly (() => Promise<unknown>)[] = [
    ...Object.values(caseScreens),
    ...Object.values(journalParts),
    journalForms.entry,
    add,
    write,
    () => import('./on-this-device-screen.tsx'),
    fetchLanguages,
  ]
  return Promise.allSettled(loads.map((load) => load()))
}
