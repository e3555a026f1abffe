export { buildServer, type ServerOptions } from './build-server.ts'
export type { FindDevice } from './limit-rates.ts'
export type { IsMember } from './members-only.ts'
export type { Reach } from './reach.ts'
