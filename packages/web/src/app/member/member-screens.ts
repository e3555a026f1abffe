import { caseScreens } from '../../cases/index.ts'
import { journalForms, journalParts, journalScreens } from '../../journal/index.ts'
import { fetchLanguages } from '../../language/index.ts'

/** The member's screens of this room, each loaded when somebody goes there. */
export const memberScreens = {
  frame: () => import('./member-frame.tsx'),
  onThisDevice: () => import('./on-this-device-screen.tsx'),
} as const

/** Whether an address is of a member's device. */
export function isOfMember(pathname: string): boolean {
  return pathname === '/notes' || pathname.startsWith('/notes/')
}

/** Fetches everything that a member may need when there is no network any more. */
export function fetchMemberScreens(): Promise<unknown> {
  const { add, write } = journalScreens
  return Promise.allSettled(
    [
      ...Object.values(caseScreens),
      ...Object.values(journalParts),
      journalForms.entry,
      add,
      write,
      fetchLanguages,
    ].map((load) => load()),
  )
}
