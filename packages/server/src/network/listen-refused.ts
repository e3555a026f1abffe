import { type Outcome, refuse } from '../refusal/index.ts'
import type { Listening } from './listening.ts'

/** Why the system does not let the server listen there. Throws what is no such reason. */
export function listenRefused(error: unknown, { host, port }: Listening): Outcome<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return refuse(
        'port-taken',
        `Port ${port} is taken by another program. Nothing was changed.`,
        'Stop it, or choose another: --port N',
      )
    case 'EACCES':
      return refuse(
        'port-refused',
        `This user may not listen on port ${port}.`,
        'Choose a port above 1023: --port N. For 443, see deploy/README.md.',
      )
    case 'EADDRNOTAVAIL':
      return refuse(
        'not-an-address-of-ours',
        `${host} is no address of this computer.`,
        'Name one of its own, or 0.0.0.0 for all of them: --listen ADDRESS',
      )
    default:
      throw error
  }
}
