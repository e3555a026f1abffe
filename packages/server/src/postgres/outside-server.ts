import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { APP_ROLE } from './cluster-settings.ts'
import { openSecretsFolder } from './data-folder.ts'
import type { PostgresServer } from './postgres-server.ts'
import { refused, type Started, started } from './refusal.ts'
import { keepSecret } from './secrets.ts'
import { type Login, type SignIn, trySignIn } from './sign-in.ts'

const OLDEST_MAJOR = 15

type Welcome = Extract<SignIn, { kind: 'welcome' }>

/**
 * Uses a PostgreSQL server that somebody else runs. `databaseUrl` is the owner's connection; ordinary work
 * signs in as `DATABASE_APP_URL` says, or else as `sathi_app`, which is made where the owner may make logins.
 */
export async function useOutsideServer(options: {
  dataDir: string
  databaseUrl: string
  onProgress?: (line: string) => void
}): Promise<Started<PostgresServer>> {
  const owner = readUrl(options.databaseUrl, 'DATABASE_URL')
  if (!owner.ok) return owner
  options.onProgress?.(`Connecting to PostgreSQL at ${owner.value.host} …`)
  const welcome = await signIn(owner.value, 'DATABASE_URL')
  if (!welcome.ok) return welcome
  const unfit = findUnfitness(welcome.value)
  if (unfit) return unfit
  const app = await findAppLogin(owner.value, welcome.value, options.dataDir)
  if (!app.ok) return app
  let stopped = false
  return started({
    kind: 'outside',
    owner: owner.value,
    app: app.value,
    adopted: true,
    version: welcome.value.version,
    pids: () => [],
    ready: async () => {
      while (!stopped && (await trySignIn(app.value)).kind !== 'welcome') await pause(500)
      if (stopped) throw new Error('PostgreSQL has been stopped')
    },
    trouble: () => undefined,
    // Whoever runs it may start it again at any time.
    lost: () => new Promise(() => undefined),
    stop: async () => {
      stopped = true
    },
  })
}

/** Reads a connection's URL as the driver itself does, so that both understand the same. */
function readUrl(url: string, name: string): Started<Login> {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('no PostgreSQL URL')
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
    const login = { host, port, user: user ?? '', database: database ?? '' }
    return started({ ...login, ...(password ? { password } : {}), ...(ssl ? { ssl } : {}) })
  } catch {
    return refused(
      'outside-url-unreadable',
      `${name} is not a connection to PostgreSQL.`,
      `Write it as postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded.`,
    )
  }
}

async function signIn(login: Login, name: string): Promise<Started<Welcome>> {
  const answer = await trySignIn(login)
  switch (answer.kind) {
    case 'welcome':
      return started(answer)
    case 'turned-away':
      return refused(
        'outside-sign-in-refused',
        `The PostgreSQL server at ${login.host} does not let ${name} sign in: ${answer.reason}. Nothing was changed.`,
        `Check user, password and database in ${name}.`,
      )
    default:
      return refused(
        'outside-unreachable',
        `The PostgreSQL server at ${login.host}, port ${login.port}, cannot be reached: ${answer.reason}. Nothing was changed.`,
        `Check that it runs and that ${name} names it rightly; or unset ${name} to use the database that comes with Sathi.`,
      )
  }
}

function findUnfitness(
  welcome: Welcome,
): { ok: false; refusal: ReturnType<typeof refused>['refusal'] } | undefined {
  if (welcome.major < OLDEST_MAJOR) {
    return refused(
      'outside-too-old',
      `The PostgreSQL server is version ${welcome.version}; Sathi needs ${OLDEST_MAJOR} or newer. Nothing was changed.`,
      'Upgrade it, or set DATABASE_URL to a newer one.',
    )
  }
  if (welcome.encoding !== 'UTF8') {
    return refused(
      'outside-encoding',
      `The database stores text as ${welcome.encoding}, which cannot hold Bengali and Hindi. Nothing was changed.`,
      "Create it anew: create database sathi encoding 'UTF8' template template0.",
    )
  }
  return undefined
}

async function findAppLogin(owner: Login, ownerFacts: Welcome, dataDir: string): Promise<Started<Login>> {
  const url = process.env.DATABASE_APP_URL
  if (url) {
    const app = readUrl(url, 'DATABASE_APP_URL')
    if (!app.ok) return app
    const welcome = await signIn(app.value, 'DATABASE_APP_URL')
    if (!welcome.ok) return welcome
    if (welcome.value.place !== ownerFacts.place) return elsewhere(owner, app.value)
    return welcome.value.guarded && app.value.user !== owner.user ? app : unguarded(app.value)
  }
  const folder = openSecretsFolder(dataDir)
  if (!folder.ok) return folder
  const app = { ...owner, user: APP_ROLE, password: keepSecret(folder.value, 'outside-app-password') }
  // Where it cannot be made, the sign-in that follows says so.
  if (ownerFacts.mayMakeRoles) await makeAppRole(owner, app.password).catch(() => undefined)
  const answer = await trySignIn(app)
  if (answer.kind === 'welcome') return answer.guarded ? started(app) : unguarded(app)
  return refused(
    'outside-app-login',
    `Sathi works as the login ${APP_ROLE}, and cannot sign in as it (${'reason' in answer ? answer.reason : ''}). Nothing was changed.`,
    `Make a login of its own that may connect to the database (create role ${APP_ROLE} login password '…') and set DATABASE_APP_URL to its connection.`,
  )
}

function elsewhere(owner: Login, app: Login): Started<never> {
  const nameOf = ({ database, host, port }: Login) => `${database} at ${host}, port ${port}`
  return refused(
    'outside-app-login',
    `DATABASE_APP_URL leads to another database (${nameOf(app)}) than DATABASE_URL (${nameOf(owner)}). Nothing was changed.`,
    'Name the same server and the same database in both.',
  )
}

function unguarded(app: Login): Started<never> {
  return refused(
    'outside-app-login',
    `The login ${app.user} for ordinary work is the owner, a superuser or has BYPASSRLS: who may see which case would not be enforced.`,
    'Set DATABASE_APP_URL to another login, without these rights.',
  )
}

/** Makes the login where it does not exist. One that exists is left alone: another installation may use it. */
async function makeAppRole(owner: Login, password: string): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
    if (found.rowCount === 0) {
      await client.query(
        `create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
      )
    }
    await client.query(`grant connect on database ${pg.escapeIdentifier(owner.database)} to ${APP_ROLE}`)
  } finally {
    await client.end()
  }
}
