import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type BringUpOptions, bringUp, type RunningServer } from './bring-up.ts'
import { type DataFolder, openDataFolder, prepareRunFolder } from './data-folder.ts'
import { endWithProgram } from './end-with-program.ts'
import { explainFolderError, folderGone } from './folder-failure.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { enterFolder } from './folder-users.ts'
import { leaveFolder, leaveFolderAtOnce } from './leave-folder.ts'
import type { PostgresServer } from './postgres-server.ts'
import { processesNaming } from './process-table.ts'
import { trackReadiness } from './readiness.ts'
import { interrupted, isHopeless, type PostgresRefusal, type Started, started } from './refusal.ts'
import { clusterName } from './running-postmaster.ts'
import { trySignIn } from './sign-in.ts'
import { type Watch, watchPostmaster } from './watch-postmaster.ts'

export type EmbeddedOptions = { dataDir: string } & Partial<Omit<BringUpOptions, 'signal' | 'mayCreate'>>

/** After a stop in good order, which may be the whole computer going down, there is no hurry. */
const PAUSE_AFTER_CLEAN_STOP_MS = 1000
const LONGEST_PAUSE_MS = 30_000

/** Starts or joins the embedded server of a data folder and keeps it running until it is stopped. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<Started<PostgresServer>> {
  const opened = openDataFolder(options.dataDir)
  if (!opened.ok) return opened
  const folder = opened.value
  try {
    return await supervise(folder, options)
  } catch (error) {
    return explainFolderError(folder.path, error as NodeJS.ErrnoException)
  }
}

async function supervise(folder: DataFolder, options: EmbeddedOptions): Promise<Started<PostgresServer>> {
  const onProgress = options.onProgress ?? (() => undefined)
  const abort = new AbortController()
  const user = enterFolder(folder.users)
  const readiness = trackReadiness()
  let watched: Watch | undefined
  let postmasterPid = 0
  let stopped: Promise<void> | undefined
  let trouble: PostgresRefusal | undefined
  const loss = Promise.withResolvers<PostgresRefusal>()
  // Perhaps nobody asks.
  loss.promise.catch(() => undefined)

  const bringUpAlone = async (mayCreate: boolean): Promise<Started<RunningServer>> => {
    const onWait = () => onProgress('Another copy of Sathi is starting or stopping this database; waiting …')
    let lock: FolderLock | undefined
    try {
      // Its socket, lock and notes may have been deleted since, by somebody who takes them for remains.
      if (!existsSync(folder.path)) return folderGone(folder.path)
      const prepared = prepareRunFolder(folder)
      if (!prepared.ok) return prepared
      user.renew()
      lock = await lockFolder(folder.lockFile, { signal: abort.signal, onWait })
      if (!lock) return interrupted()
      const changes = { settings: options.settings ?? {}, ownerRights: options.ownerRights ?? 'nocreatedb' }
      return await bringUp(folder, { ...changes, mayCreate, onProgress, signal: abort.signal })
    } catch (error) {
      return explainFolderError(folder.path, error as NodeJS.ErrnoException)
    } finally {
      lock?.release()
    }
  }
  const watch = ({ postmaster }: RunningServer) => {
    postmasterPid = postmaster.pid
    watched = watchPostmaster(folder, postmaster, () => {
      readiness.lost()
      recover(postmaster.child?.exitCode === 0 ? PAUSE_AFTER_CLEAN_STOP_MS : 0).catch(loss.reject)
    })
    readiness.reached()
  }
  const recover = async (firstPauseMs: number) => {
    let pauseMs = firstPauseMs
    while (!abort.signal.aborted) {
      await pause(pauseMs, undefined, { ref: false })
      if (abort.signal.aborted) return
      onProgress('PostgreSQL has ended; starting it again. Nothing that was saved is lost.')
      const again = await bringUpAlone(false)
      if (abort.signal.aborted) return
      trouble = again.ok ? undefined : again.refusal
      if (again.ok) return watch(again.value)
      if (isHopeless(again.refusal)) {
        readiness.ended()
        return loss.resolve(again.refusal)
      }
      onProgress(again.refusal.message)
      pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(250, pauseMs * 2))
    }
  }
  const stop = () => {
    stopped ??= (async () => {
      abort.abort()
      watched?.end()
      readiness.ended()
      await leaveFolder(folder, user).finally(release)
    })()
    return stopped
  }
  let starting = true
  const release = endWithProgram({
    // While it starts, the program does not hold the server yet and cannot stop it.
    onSignal: async (programListens) => {
      if (starting || !programListens) await stop()
    },
    onIdle: stop,
    onExit: () => leaveFolderAtOnce(folder, user),
  })

  const first = await bringUpAlone(true)
  starting = false
  if (!first.ok || abort.signal.aborted) {
    await stop()
    return first.ok ? interrupted() : first
  }
  watch(first.value)
  const name = clusterName(folder)
  const rank = (pid: number) => (pid === postmasterPid ? 0 : pid)
  const { logins, adopted, version } = first.value
  return started({
    kind: 'embedded',
    ...logins,
    adopted,
    version,
    pids: () => (stopped ? [] : processesNaming(name).sort((a, b) => rank(a) - rank(b))),
    ready: async () => {
      for (;;) {
        watched?.look()
        await readiness.wait()
        // A server that was killed in this moment may not look dead yet.
        const signIn = await trySignIn(logins.app)
        if (signIn.kind === 'welcome' || signIn.kind === 'turned-away') return
        await pause(20)
      }
    },
    trouble: () => trouble,
    lost: () => loss.promise,
    stop,
  })
}
