export * from './facts-search.ts'

/** The screens of this room, each loaded when somebody goes there. */
export const journalScreens = {
  facts: () => import('./facts-screen.tsx'),
  journal: () => import('./journal-screen.tsx'),
} as const
