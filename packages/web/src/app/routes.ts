import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { askForFacts, askForImport, askForJournal, askForOrganisation, askForReport } from '../api/index.ts'
import { factsPerPage, journalScreens, readFactsSearch } from '../journal/index.ts'
import { programmeScreens, readBreakdown, readPeriod } from '../programme/index.ts'
import { goWhereWorkIs, proposePeriod, requireNoName, requireOrganisation } from './guards.ts'
import { fetched } from './screen-code.ts'
import { Shell } from './shell.tsx'
import { OpeningSathi } from './states.tsx'

const root = createRootRoute({
  component: Shell,
  pendingComponent: OpeningSathi,
  loader: askForOrganisation,
})

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: goWhereWorkIs })

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  beforeLoad: requireNoName,
  component: lazyRouteComponent(fetched(programmeScreens.setUp), 'SetUpScreen'),
})

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  beforeLoad: requireOrganisation,
  component: lazyRouteComponent(fetched(programmeScreens.organisation), 'OrganisationScreen'),
})

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  beforeLoad: requireOrganisation,
  component: lazyRouteComponent(fetched(programmeScreens.startImport), 'StartImportScreen'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/import/$importId',
  staleTime: 0,
  loader: ({ params }) => askForImport(params.importId),
  component: lazyRouteComponent(fetched(programmeScreens.watchImport), 'WatchImportScreen'),
})

/** Holds the figures of one period for every screen below it. Without a period in the address it proposes one. */
const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: readPeriod,
  beforeLoad: async ({ search, location }) => {
    if (search.from === undefined || search.to === undefined) await proposePeriod(location)
  },
  loaderDeps: ({ search: { from, to } }) => ({ from, to }),
  loader: async ({ deps: { from, to } }) =>
    from === undefined || to === undefined ? undefined : askForReport({ from, to }),
})

const headline = createRoute({
  getParentRoute: () => report,
  path: '/',
  component: lazyRouteComponent(fetched(programmeScreens.report), 'ReportScreen'),
})

const indicator = createRoute({
  getParentRoute: () => report,
  path: '/indicators/$indicatorId',
  validateSearch: readBreakdown,
  component: lazyRouteComponent(fetched(programmeScreens.indicator), 'IndicatorScreen'),
})

const facts = createRoute({
  getParentRoute: () => report,
  path: '/facts',
  validateSearch: readFactsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps: { from, to, page, ...place } }) =>
    from === undefined || to === undefined
      ? undefined
      : askForFacts({ from, to }, place, (page - 1) * factsPerPage, factsPerPage),
  component: lazyRouteComponent(fetched(journalScreens.facts), 'FactsScreen'),
})

const journal = createRoute({
  getParentRoute: () => root,
  path: '/subjects/$subjectId',
  loader: ({ params }) => askForJournal(params.subjectId),
  component: lazyRouteComponent(fetched(journalScreens.journal), 'JournalScreen'),
})

export const routeTree = root.addChildren([
  start,
  setUp,
  organisation,
  importing,
  oneImport,
  report.addChildren([headline, indicator, facts]),
  journal,
])
