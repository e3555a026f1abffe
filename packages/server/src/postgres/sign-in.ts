import pg from 'pg'

/** What a connection pool needs to sign in. */
export type Login = {
  /** Host name, or on Linux and macOS the folder of the server's socket. */
  host: string
  port: number
  user: string
  password?: string
  database: string
  ssl?: NonNullable<pg.ClientConfig['ssl']>
}

export type SignIn =
  | {
      kind: 'welcome'
      version: string
      major: number
      encoding: string
      /** Tells one database of one server from all others. */
      place: string
      guarded: boolean
      mayMakeRoles: boolean
    }
  | { kind: 'not-yet'; reason: string }
  | { kind: 'turned-away'; reason: string }
  | { kind: 'unreachable'; reason: string }

const facts = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int / 10000 as major,
         current_setting('server_encoding') as encoding,
         concat_ws(' ', current_database(), pg_postmaster_start_time()) as place,
         not (rolsuper or rolbypassrls) as guarded,
         rolsuper or rolcreaterole as may_make_roles
  from pg_roles where rolname = current_user`

/** Signs in once and signs out again. `guarded` means that row-level security holds for this login. */
export async function trySignIn(login: Login): Promise<SignIn> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 10_000 })
  // Without a listener a connection that the server cuts would end the whole program.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const row = (await client.query(facts)).rows[0]
    return {
      kind: 'welcome',
      version: String(row.version).split(' ')[0] ?? '',
      major: row.major,
      encoding: row.encoding,
      place: row.place,
      guarded: row.guarded,
      mayMakeRoles: row.may_make_roles,
    }
  } catch (error) {
    return explain(error as Error & { code?: string })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function explain(error: Error & { code?: string }): SignIn {
  const code = error.code ?? ''
  const reason = error.message || code
  if (code === '57P03' || code === '53300') return { kind: 'not-yet', reason }
  // Class 28: who you are; 3D000: no such database; 42501: no right to connect to it.
  if (code.startsWith('28') || code === '3D000' || code === '42501') return { kind: 'turned-away', reason }
  return { kind: 'unreachable', reason }
}
