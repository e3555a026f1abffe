import { subjectJournalRoute } from './journal/index.ts'
import {
  factsRoute,
  lineListRoute,
  organisationRoute,
  renameRoute,
  reportPdfRoute,
  reportRoute,
  reportWorkbookRoute,
  setUpRoute,
  startImportRoute,
  watchImportRoute,
} from './programme/index.ts'
import type { Route } from './route/index.ts'
import { signInRoutes } from './sign-in/index.ts'
import { staffRoutes } from './staff/index.ts'
import { syncRoutes } from './sync/index.ts'

export * from './journal/index.ts'
export * from './programme/index.ts'
export * from './refusal/index.ts'
export * from './route/index.ts'
export * from './sign-in/index.ts'
export * from './staff/index.ts'
export * from './sync/index.ts'

/** Everything that can be asked of the server. */
export const routes: readonly Route[] = [
  organisationRoute,
  setUpRoute,
  renameRoute,
  startImportRoute,
  watchImportRoute,
  reportRoute,
  factsRoute,
  reportPdfRoute,
  reportWorkbookRoute,
  lineListRoute,
  subjectJournalRoute,
  ...signInRoutes,
  ...staffRoutes,
  ...syncRoutes,
]
