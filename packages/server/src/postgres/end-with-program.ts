import { killPrograms } from './server-program.ts'

/** What a server does when the program around it ends. */
export type Ending = {
  /**
   * A signal came. `programListens`: the program handles it too and will stop the server itself in time;
   * otherwise the process ends as soon as this is done.
   */
  onSignal(programListens: boolean): Promise<void>
  /** The program has nothing left to do. */
  onIdle(): Promise<void>
  /** The program exits in this very moment. */
  onExit(): void
}

const endings = new Set<Ending>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ties a server to the program's life, until the returned function is called. */
export function endWithProgram(ending: Ending): () => void {
  if (endings.size === 0) listen()
  endings.add(ending)
  return () => {
    if (endings.delete(ending) && endings.size === 0) stopListening()
  }
}

function listen(): void {
  for (const signal of signals) process.on(signal, onSignal)
  process.on('beforeExit', onIdle)
  process.on('exit', onExit)
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, onSignal)
  process.off('beforeExit', onIdle)
  process.off('exit', onExit)
}

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  const programListens = process.listenerCount(signal) > 1
  await Promise.all([...endings].map((ending) => ending.onSignal(programListens)))
  if (programListens) return
  // Listening for a signal takes away its usual effect, the end of the process; this gives it back.
  endings.clear()
  stopListening()
  process.kill(process.pid, signal)
}

async function onIdle(): Promise<void> {
  await Promise.all([...endings].map((ending) => ending.onIdle()))
}

function onExit(): void {
  killPrograms()
  for (const ending of endings) ending.onExit()
}
