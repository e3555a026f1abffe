import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { askForFacts, askForImport, askForJournal, askForOrganisation, askForReport } from '../api/index.ts'
import { caseScreens } from '../cases/index.ts'
import { factsPerPage, journalScreens, readFactsSearch } from '../journal/index.ts'
import { programmeScreens, readBreakdown, readPeriod } from '../programme/index.ts'
import { Frame } from './frame.tsx'
import { goWhereWorkIs, proposePeriod, requireNoName, requireOrganisation } from './guards.ts'
import { isOfMember, memberScreens } from './member/member-screens.ts'
import { fetched } from './screen-code.ts'
import { OpeningSathi } from './states.tsx'

const root = createRootRoute({
  component: Frame,
  pendingComponent: OpeningSathi,
  // A member's own screens wait for no server: whether there is one is told in their sync line.
  loader: ({ location }) =>
    isOfMember(location.pathname) ? ({ state: 'unreachable' } as const) : askForOrganisation(),
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

/** The screens of a member's device. What lies on it is shown once it is unlocked; the server is not asked. */
const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  component: lazyRouteComponent(fetched(memberScreens.frame), 'MemberFrame'),
})

const notes = createRoute({
  getParentRoute: () => member,
  path: '/notes',
  component: lazyRouteComponent(fetched(caseScreens.caseload), 'CaseloadScreen'),
})

const newNote = createRoute({
  getParentRoute: () => member,
  path: '/notes/new',
  component: lazyRouteComponent(fetched(caseScreens.newFile), 'NewFileScreen'),
})

const onThisDevice = createRoute({
  getParentRoute: () => member,
  path: '/notes/on-this-device',
  component: lazyRouteComponent(fetched(memberScreens.onThisDevice), 'OnThisDeviceScreen'),
})

const caseFile = createRoute({
  getParentRoute: () => member,
  path: '/notes/$subjectId',
  component: lazyRouteComponent(fetched(caseScreens.file), 'CaseFileScreen'),
})

const addEntry = createRoute({
  getParentRoute: () => member,
  path: '/notes/$subjectId/add',
  component: lazyRouteComponent(fetched(journalScreens.add), 'AddScreen'),
})

const addKind = createRoute({
  getParentRoute: () => member,
  path: '/notes/$subjectId/add/$kind',
  component: lazyRouteComponent(fetched(journalScreens.add), 'AddKindScreen'),
})

const writeEntry = createRoute({
  getParentRoute: () => member,
  path: '/notes/$subjectId/entries/$entryId/$purpose',
  component: lazyRouteComponent(fetched(journalScreens.write), 'WriteScreen'),
})

export const routeTree = root.addChildren([
  start,
  setUp,
  organisation,
  importing,
  oneImport,
  report.addChildren([headline, indicator, facts]),
  journal,
  member.addChildren([notes, newNote, onThisDevice, caseFile, addEntry, addKind, writeEntry]),
])
