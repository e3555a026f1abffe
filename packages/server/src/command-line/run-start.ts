import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Deployment } from '../deployment/index.ts'
import { buildServer } from '../http/index.ts'
import { type Listening, listenRefused, openReach, whileListening } from '../network/index.ts'
import { findActor, importInto, readOrganisation, setUpOrganisation } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { openLineList } from '../tables/index.ts'
import { giveMemoryBack } from './give-memory-back.ts'
import { openLog } from './open-log.ts'
import type { Output } from './output.ts'
import { takeServing } from './take-serving.ts'

const demoFolder = fileURLToPath(new URL('../../../../demo/programme-2020-21', import.meta.url))
const webApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Serves the deployment until it is told to stop. */
export async function runStart(
  deployment: Deployment,
  { demo, listening }: { readonly demo: boolean; readonly listening: Listening },
  output: Output,
): Promise<Outcome<void>> {
  const opened = openReach(listening, new Date())
  if (!opened.ok) return opened
  const serving = takeServing(deployment.dataDir)
  if (!serving.ok) return serving
  const memory = giveMemoryBack()
  const stopping = new AbortController()
  const stopped = untilTold().then(() => stopping.abort())
  try {
    if (demo) {
      const loaded = await loadDemo(deployment, output)
      if (!loaded.ok || stopping.signal.aborted) return loaded
    }
    const log = openLog(deployment.dataDir)
    const server = await buildServer({ deployment, webApp, log, reach: opened.value.reach })
    try {
      await server.listen({ host: listening.host, port: listening.port })
    } catch (error) {
      await server.close()
      return listenRefused(error, listening)
    }
    whileListening(server, listening, opened.value, output.line)
    const reason = await Promise.race([stopped, deployment.postgres.lost()])
    await server.close()
    return reason === undefined ? done(undefined) : { ok: false, refusal: reason }
  } finally {
    memory.stop()
    serving.value.release()
  }
}

async function loadDemo(deployment: Deployment, output: Output): Promise<Outcome<void>> {
  const { database } = deployment
  const actor = await findActor(database)
  if (actor !== undefined) {
    const { synthetic, entries } = await database.withSnapshot(actor, readOrganisation)
    if (!synthetic) {
      return refuse(
        'not-a-demo',
        'This data folder belongs to a real organisation; the invented programme was not mixed into it.',
        'Give the demonstration a folder of its own: npm start -- --demo --data demo-data',
      )
    }
    if (entries > 0) return done(undefined)
  } else {
    await setUpOrganisation(database, { name: 'Sathi demonstration (invented)', synthetic: true })
  }
  output.line('Loading the invented programme …')
  const opened = await openLineList(demoFolder)
  if (opened.kind === 'refused') throw new Error('the demonstration programme cannot be read')
  const outcome = await importInto(database, opened.list, { dryRun: false })
  await opened.list.close()
  if (outcome.state === 'refused') throw new Error('the demonstration programme is faulty')
  return done(undefined)
}

/** Resolves at the first signal to stop. Later ones are ignored while the stop is under way. */
async function untilTold(): Promise<void> {
  const ignore = (): void => undefined
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ignore)
}
