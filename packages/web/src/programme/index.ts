export { wordsOfPart } from './figure/figure-words.ts'
export { groupWords } from './figure/group-words.ts'
export { ownGroupWords } from './figure/own-group-words.ts'
export { readBreakdown } from './indicator/read-breakdown.ts'
export { readPeriod } from './period/report-period.ts'

/** The screens of this room, each loaded when somebody goes there. */
export const programmeScreens = {
  setUp: () => import('./organisation/set-up-screen.tsx'),
  organisation: () => import('./organisation/organisation-screen.tsx'),
  startImport: () => import('./import/start-import-screen.tsx'),
  watchImport: () => import('./import/watch-import-screen.tsx'),
  report: () => import('./report/report-screen.tsx'),
  indicator: () => import('./indicator/indicator-screen.tsx'),
} as const
