import { chmodSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Settings, writeSettings } from './cluster-settings.ts'
import { damaged, inspectCluster } from './cluster-state.ts'
import { createCluster } from './create-cluster.ts'
import type { DataFolder } from './data-folder.ts'
import { type EmbeddedLogins, embeddedLogins } from './embedded-logins.ts'
import { type Binaries, findBinaries } from './find-binaries.ts'
import { countFolderUsers } from './folder-users.ts'
import { launchPostmaster } from './launch-postmaster.ts'
import { prepareRoles } from './prepare-roles.ts'
import { interrupted, refused, type Started, started } from './refusal.ts'
import {
  findEarlyPostmasters,
  findPostmaster,
  findStrangerOn,
  isPostmaster,
  isUnreachable,
  type Postmaster,
  readPidFile,
} from './running-postmaster.ts'
import { findStats, giveTreeTo } from './server-user.ts'
import { type SignIn, trySignIn } from './sign-in.ts'
import { chooseSocketFolder, prepareSocketFolder } from './socket-folder.ts'
import { explainStartFailure, inUse } from './start-failure.ts'
import { endLeftovers, stopPostmaster, waitFor } from './stop-postmaster.ts'

export type BringUpOptions = {
  /** Changes to the settings; for tests. */
  settings: Settings
  /** What the owner may do besides owning its database; for tests. */
  ownerRights: string
  /** Whether a database may be made where there is none. */
  mayCreate: boolean
  signal: AbortSignal
  onProgress: (line: string) => void
}

export type RunningServer = {
  postmaster: Postmaster
  logins: EmbeddedLogins
  adopted: boolean
  version: string
}

/**
 * Gets the server of the folder running: joins the one that runs, or makes what is missing, repairs what a
 * killed one left behind, and starts it. The caller holds the folder's lock and has noted itself as a user.
 */
export async function bringUp(folder: DataFolder, options: BringUpOptions): Promise<Started<RunningServer>> {
  const cluster = inspectCluster(folder)
  if (!cluster.ok) return cluster
  if (cluster.value.kind === 'present') {
    const joined = await joinRunning(folder, options)
    if (!joined.ok || joined.value) return joined as Started<RunningServer>
    const elsewhere = await clearRemains(folder)
    if (!elsewhere.ok) return elsewhere
  }
  const binaries = findBinaries(
    folder.serverUser,
    cluster.value.kind === 'present' ? { cluster: folder.cluster, major: cluster.value.major } : undefined,
  )
  if (!binaries.ok) return binaries
  if (cluster.value.kind === 'absent') {
    if (!options.mayCreate) return damaged(folder, 'its files are gone')
    options.onProgress('Preparing the database (only at the first start) …')
    const created = await createCluster(folder, { ...options, binaries: binaries.value })
    if (!created.ok) return created
  }
  return startServer(folder, binaries.value, options)
}

/** The server that runs already, once it takes our logins; undefined where none runs (any more). */
async function joinRunning(
  folder: DataFolder,
  options: BringUpOptions,
): Promise<Started<RunningServer | undefined>> {
  for (;;) {
    if (options.signal.aborted) return interrupted()
    const postmaster = findPostmaster(folder)
    if (!postmaster && !(await waitForEarlyPostmaster(folder))) return started(undefined)
    if (postmaster?.phase === 'ready' && postmaster.host && postmaster.port) {
      if (isUnreachable(postmaster)) {
        await stopPostmaster(folder, postmaster)
        return started(undefined)
      }
      const logins = embeddedLogins(folder, postmaster.host, postmaster.port)
      const signIn = await signInBoth(logins)
      if (signIn.kind === 'welcome')
        return started({ postmaster, logins, adopted: true, version: signIn.version })
      if (signIn.kind !== 'not-yet' && isPostmaster(folder, postmaster.pid)) {
        if (countFolderUsers(folder.users) > 1) return inUse(folder, signIn.reason)
        await stopPostmaster(folder, postmaster)
        return started(undefined)
      }
    }
    await pause(20)
  }
}

/** A program that was killed in the middle of a start may have left a server that has not said so yet. */
async function waitForEarlyPostmaster(folder: DataFolder): Promise<boolean> {
  const hasSaidSo = () => findPostmaster(folder) !== undefined
  await waitFor(() => hasSaidSo() || findEarlyPostmasters(folder).length === 0, 5000)
  return hasSaidSo()
}

/** Clears what a killed server left, and makes sure that none runs where its processes cannot be seen. */
async function clearRemains(folder: DataFolder): Promise<Started<void>> {
  await endLeftovers(folder)
  const pidFile = readPidFile(folder)
  const stranger = findStrangerOn(folder)
  if (stranger) return inUse(folder, `process ${stranger} runs on it, and Sathi did not start it`)
  if (pidFile.length === 0) return started(undefined)
  const socket = join(chooseSocketFolder(folder), `.s.PGSQL.${pidFile[3]}`)
  if (pidFile[4] === chooseSocketFolder(folder) && (await answers(socket))) {
    return inUse(folder, 'its process cannot be seen from here')
  }
  // PostgreSQL would take a process that was given the same number since for the dead server.
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true })
  return started(undefined)
}

async function startServer(
  folder: DataFolder,
  binaries: Binaries,
  options: BringUpOptions,
): Promise<Started<RunningServer>> {
  if (findStats(folder.cluster)?.uid === 0) giveTreeTo(folder.serverUser, folder.cluster)
  chmodSync(folder.cluster, 0o700)
  writeSettings(folder, folder.cluster, binaries.major, options.settings)
  const socketFolder = prepareSocketFolder(folder, chooseSocketFolder(folder))
  if (!socketFolder.ok) return socketFolder
  options.onProgress(`Starting PostgreSQL ${binaries.version} …`)
  for (const attempt of ['as it is', 'with logins put right'] as const) {
    if (attempt === 'with logins put right') {
      const failure = await prepareRoles(folder, folder.cluster, { ...options, bin: binaries.bin })
      if (failure !== '') return explainStartFailure(folder, failure)
    }
    const launched = await launchPostmaster(folder, {
      ...options,
      binaries,
      socketFolder: socketFolder.value,
    })
    if (!launched.ok) return launched
    const postmaster = launched.value
    const logins = embeddedLogins(folder, postmaster.host ?? '', postmaster.port ?? 0)
    const signIn = await signInBoth(logins)
    if (signIn.kind === 'welcome')
      return started({ postmaster, logins, adopted: false, version: signIn.version })
    await stopPostmaster(folder, postmaster)
    if (signIn.kind !== 'turned-away') return explainStartFailure(folder, signIn.reason)
  }
  return refused(
    'does-not-start',
    'PostgreSQL started but does not let Sathi sign in, even with new passwords. The data is unchanged.',
    'See docs/runbooks/postgres-does-not-start.md.',
  )
}

async function signInBoth(logins: EmbeddedLogins): Promise<SignIn> {
  const [owner, app] = await Promise.all([trySignIn(logins.owner), trySignIn(logins.app)])
  return owner.kind === 'welcome' ? app : owner
}

async function answers(socket: string): Promise<boolean> {
  const connection = connect(socket)
  const answered = await new Promise<boolean>((resolve) => {
    connection.on('connect', () => resolve(true)).on('error', () => resolve(false))
  })
  connection.destroy()
  return answered
}
