// Who may import whom. Each comment is what a newcomer needs to read when the rule stops her.
// tools/check-fences.ts runs these rules; tools/check-fences.test.ts breaks each of them once.

const tests = String.raw`\.(test|spec)\.tsx?$`
const builders = String.raw`(/builders\.ts$|/testing/)`
const frontDoor = String.raw`/index\.tsx?$`

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'domain-stands-alone',
    comment:
      'domain holds the rules of the work and imports only itself and zod, so that phone, server and report apply the same rules.',
    severity: 'error',
    from: { path: '^packages/domain/src/', pathNot: [tests, builders] },
    to: { pathNot: ['^packages/domain/src/', '(^|/)node_modules/zod/'] },
  },
  {
    name: 'sealing-imports-nothing-of-ours',
    comment:
      'sealing is reviewed by itself: it may import packages from npm, but no other package of this repository.',
    severity: 'error',
    from: { path: '^packages/sealing/src/' },
    to: { path: '^packages/(?!sealing/)' },
  },
  {
    name: 'reporting-imports-only-domain',
    comment: 'reporting builds on domain alone: figures need no key, no phone and no server.',
    severity: 'error',
    from: { path: '^packages/reporting/src/' },
    to: { path: '^packages/(?!(domain|reporting)/)' },
  },
  {
    name: 'sync-imports-only-domain-and-sealing',
    comment: 'sync builds on domain and sealing: never on reporting, or on the programs around it.',
    severity: 'error',
    from: { path: '^packages/sync/src/' },
    to: { path: '^packages/(?!(domain|sealing|sync)/)' },
  },
  {
    name: 'contract-imports-only-domain-and-reporting',
    comment:
      'contract says what server and web app say to each other, in the words of domain and reporting and the messages of sync: it knows neither of the two, nor how either does its part.',
    severity: 'error',
    from: { path: '^packages/contract/src/', pathNot: [tests, builders] },
    to: {
      pathNot: [
        '^packages/(contract|domain|reporting)/',
        '^packages/sync/src/(messages|measures)/',
        '(^|/)node_modules/zod/',
      ],
    },
  },
  {
    name: 'web-takes-types-of-the-contract',
    comment:
      'The schemas of the contract carry zod, which no phone needs to load: the web app imports their types, and values only from the room refusal, which has no schema.',
    severity: 'error',
    from: { path: '^packages/web/src/', pathNot: [tests] },
    to: {
      path: ['^packages/contract/src/(?!refusal/)', '(^|/)node_modules/zod/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'nothing-imports-the-server',
    comment:
      'server is a program, not a library: move what others need into domain, contract, sync, sealing or reporting.',
    severity: 'error',
    from: { path: '^packages/(?!server/)' },
    to: { path: '^packages/server/' },
  },
  {
    name: 'nothing-imports-the-web-app',
    comment:
      'web is a program, not a library: move what others need into domain, contract, sync, sealing or reporting.',
    severity: 'error',
    from: { path: '^packages/(?!web/)' },
    to: { path: '^packages/web/' },
  },
  {
    name: 'pure-packages-stay-pure',
    comment:
      'domain, reporting, contract, sync and sealing run in the browser too, and give the same answer everywhere: no file, network or other part of Node in them.',
    severity: 'error',
    from: { path: '^packages/(domain|reporting|contract|sync|sealing)/src/', pathNot: [tests, builders] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'rooms-through-the-front-door',
    comment:
      "A room is a folder directly under src. Import another room through its index.ts; if that lacks what you need, ask whether it is the room's to give, then export it there.",
    severity: 'error',
    from: { path: '^packages/([^/]+)/src/([^/]+)/' },
    to: {
      path: '^packages/$1/src/[^/]+/',
      pathNot: ['^packages/$1/src/$2/', `^packages/$1/src/[^/]+${frontDoor}`, builders],
    },
  },
  {
    name: 'main-files-use-front-doors',
    comment: 'A file directly under src is outside every room: it too imports a room through its index.ts.',
    severity: 'error',
    from: { path: '^packages/([^/]+)/src/[^/]+$' },
    to: { path: '^packages/$1/src/[^/]+/', pathNot: [`^packages/$1/src/[^/]+${frontDoor}`, builders] },
  },
  {
    name: 'packages-through-the-front-door',
    comment:
      "Import another package by its name and room ('@sathi/domain/cases'), never by a path into its folders.",
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: {
      path: '^packages/(domain|reporting|contract|sync|sealing)/src/',
      pathNot: [
        '^packages/$1/',
        `^packages/[^/]+/src${frontDoor}`,
        `^packages/[^/]+/src/[^/]+${frontDoor}`,
        builders,
      ],
    },
  },
  {
    name: 'screen-parts-know-no-capability',
    comment:
      'web/src/ui holds buttons, fields and layout for every screen: it must not know what work they serve.',
    severity: 'error',
    from: { path: '^packages/web/src/ui/' },
    to: { path: '^packages/(web/src/(?!ui/|language/)|domain/|reporting/|contract/)' },
  },
  {
    name: 'no-runtime-cycles',
    comment:
      'Modules that need each other at run time cannot be loaded, tested or understood one by one. Types may refer to each other.',
    severity: 'error',
    from: { path: '^(packages|bench|e2e|demo)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'driver-stays-in-the-store',
    comment:
      'Only the rooms database and postgres of the server and files called store.ts talk to PostgreSQL, so that every query passes row-level security and is found in one place.',
    severity: 'error',
    from: {
      path: '^packages/',
      pathNot: ['^packages/server/src/(database|postgres)/', '(/|-)store\\.ts$', tests, builders],
    },
    to: {
      path: '(^|/)node_modules/(@types/)?(pg|pg-pool|pg-cursor|pg-query-stream|pg-copy-streams|kysely)/',
    },
  },
  {
    name: 'builders-stay-out-of-the-product',
    comment:
      'builders.ts and testing folders invent people: only tests, the demo and the bench may use them.',
    severity: 'error',
    from: { path: '^packages/', pathNot: [tests, builders, '^packages/server/src/demo/'] },
    to: { path: builders, pathNot: 'node_modules' },
  },
  {
    name: 'product-never-imports-its-checks',
    comment: 'Tests, bench, journeys, demo and tools use the product; the product never uses them.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: [tests, builders] },
    to: { path: ['^(bench|e2e|demo|tools)/', tests], pathNot: 'node_modules' },
  },
  {
    name: 'imports-are-declared',
    comment:
      'A package names what it imports in its own package.json: what happens to lie in node_modules may be gone tomorrow.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: [tests, builders] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'imports-exist',
    comment: 'This import leads nowhere: a wrong path, or a package that is not installed.',
    severity: 'error',
    from: { path: '^(packages|bench|e2e|demo)/' },
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
]

/** @type {import('dependency-cruiser').ICruiseOptions} */
const options = {
  // TypeScript 7 has no compiler interface to read with; without @swc/core nothing would be read and all would pass.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^packages/[^/]+/dist/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
}

export default { forbidden, options }
