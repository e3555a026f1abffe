export type { PostgresServer } from './postgres-server.ts'
export type { PostgresRefusal, PostgresRefusalKind, Started } from './refusal.ts'
export type { Login } from './sign-in.ts'
export { type StartPostgresOptions, startPostgres } from './start-postgres.ts'
