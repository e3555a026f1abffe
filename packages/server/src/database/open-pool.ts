import pg from 'pg'

/** At rest the connections close, and with them the memory that PostgreSQL keeps for each. */
const idleTimeoutMillis = 10_000

// A plan made while a table was small would be kept while an import fills it: each run is planned for what is there.
const options = '-c plan_cache_mode=force_custom_plan'

const int8 = 20

/** Positions and counts stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
}

/** The connections of the login for ordinary work. */
export function openPool(login: pg.ClientConfig): pg.Pool {
  const pool = new pg.Pool({ ...login, options, max: 10, min: 0, idleTimeoutMillis, types, pipeline: true })
  // Without a listener, a connection that the server cuts would end the whole program.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
