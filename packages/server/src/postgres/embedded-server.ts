import { setTimeout as pause } from 'node:timers/promises'
import { type BringUpOptions, bringUp, type RunningServer } from './bring-up.ts'
import { type DataFolder, explainFolderError, openDataFolder } from './data-folder.ts'
import { endWithProgram } from './end-with-program.ts'
import { lockFolder } from './folder-lock.ts'
import { enterFolder } from './folder-users.ts'
import { leaveFolder, leaveFolderAtOnce } from './leave-folder.ts'
import type { PostgresServer } from './postgres-server.ts'
import { processesNaming } from './process-table.ts'
import { interrupted, type Started, started } from './refusal.ts'
import { clusterName } from './running-postmaster.ts'
import { watchPostmaster } from './watch-postmaster.ts'

export type EmbeddedOptions = { dataDir: string } & Partial<Omit<BringUpOptions, 'signal'>>

/** Starts or joins the embedded server of a data folder and keeps it running until `stop`. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<Started<PostgresServer>> {
  const folder = openDataFolder(options.dataDir)
  if (!folder.ok) return folder
  try {
    return await supervise(folder.value, options)
  } catch (error) {
    return explainFolderError(folder.value.path, error as NodeJS.ErrnoException)
  }
}

async function supervise(folder: DataFolder, options: EmbeddedOptions): Promise<Started<PostgresServer>> {
  const onProgress = options.onProgress ?? (() => undefined)
  const abort = new AbortController()
  const bringUpOptions = {
    settings: {},
    ownerRights: 'nocreatedb',
    ...options,
    onProgress,
    signal: abort.signal,
  }
  const user = enterFolder(folder.users)
  let starting = true
  let readiness = promiseOfReadiness()
  let stopWatching = () => {}
  let stopped: Promise<void> | undefined

  const bringUpAlone = async (): Promise<Started<RunningServer>> => {
    const onWait = () => onProgress('Another copy of Sathi is starting or stopping this database; waiting …')
    const lock = await lockFolder(folder.lockFile, { signal: abort.signal, onWait })
    if (!lock) return interrupted()
    try {
      return await bringUp(folder, bringUpOptions)
    } finally {
      lock.release()
    }
  }
  const watch = (server: RunningServer) => {
    stopWatching = watchPostmaster(folder, server.postmaster, () => void recover())
    readiness.resolve()
  }
  const recover = async () => {
    if (abort.signal.aborted) return
    readiness = promiseOfReadiness()
    onProgress('PostgreSQL ended unexpectedly; starting it again. Nothing that was saved is lost.')
    for (let attempt = 0; !abort.signal.aborted; attempt += 1) {
      const again = await bringUpAlone().catch((error: Error) => ({ ok: false as const, refusal: error }))
      if (again.ok && !abort.signal.aborted) return watch(again.value)
      if (!again.ok) onProgress(again.refusal.message)
      await pause(Math.min(30_000, 250 * 2 ** attempt), undefined, { ref: false })
    }
  }
  const stop = () => {
    stopped ??= (async () => {
      abort.abort()
      stopWatching()
      readiness.reject(new Error('PostgreSQL has been stopped'))
      await leaveFolder(folder, user)
      release()
    })()
    return stopped
  }
  const release = endWithProgram({
    // While it starts there is no one else who could stop it.
    onSignal: async (programListens) =>
      starting ? abort.abort() : programListens ? undefined : await stop(),
    onIdle: stop,
    onExit: () => leaveFolderAtOnce(folder, user),
  })

  const first = await bringUpAlone()
  starting = false
  if (!first.ok || abort.signal.aborted) {
    await stop()
    return first.ok ? interrupted() : first
  }
  watch(first.value)
  const { logins, adopted, version } = first.value
  return started({
    kind: 'embedded',
    ...logins,
    adopted,
    version,
    pids: () => (stopped ? [] : processesNaming(clusterName(folder))),
    ready: () => readiness.promise,
    stop,
  })
}

function promiseOfReadiness() {
  const readiness = Promise.withResolvers<void>()
  // Nobody may be waiting when the server is stopped.
  readiness.promise.catch(() => undefined)
  return readiness
}
