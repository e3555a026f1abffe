/**
 * Troubles that a transaction outlives by being run again: others were in the way, others stored the same thing at the
 * same moment, or the server could not be reached.
 */
export type PassingTrouble = 'conflict' | 'collision' | 'connection'

const conflicts = new Set([
  '40001', // could not serialise access
  '40P01', // deadlock
])

const lostConnections = new Set([
  '57P01', // the server is being shut down
  '57P02', // another process of the server crashed
  '57P03', // the server is starting up
  '53300', // too many connections
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
])

// pg gives these no code.
const lostConnectionMessages = /^(Connection terminated|Client has encountered a connection error)/

/** Whether the same transaction may succeed when it is run again, and why it did not now. */
export function findPassingTrouble(error: unknown): PassingTrouble | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', schema, syscall } = error as Error & { code?: string; schema?: string; syscall?: string }
  if (conflicts.has(code)) return 'conflict'
  // Run again, the later one sees what the other has stored and answers accordingly.
  if (code === '23505' && schema === 'app') return 'collision'
  // The socket's file is missing while the server starts again.
  if (code === 'ENOENT' && syscall === 'connect') return 'connection'
  if (lostConnections.has(code) || code.startsWith('08')) return 'connection'
  return lostConnectionMessages.test(error.message) ? 'connection' : undefined
}

/** Whether the statement never left this program, because the connection was known to be lost. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Client has encountered a connection error')
}
