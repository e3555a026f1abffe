import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Figures, median, secondsOf } from './figure.ts'

const program = fileURLToPath(new URL('../packages/server/src/main.ts', import.meta.url))
const demo = fileURLToPath(new URL('../demo/programme-2020-21', import.meta.url))
const rounds = 5
/** Long enough for idle connections to close and caches to be let go. */
const restSeconds = 75

/** The program as people run it: the import of the demo list, the start on existing data, and the memory it takes at rest. */
export async function measureProgram(folder: string): Promise<Figures> {
  const dataDir = join(folder, 'data')
  const imported = await secondsOf(() => run(['import', demo, '--data', dataDir]))
  const starts: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { seconds, stop } = await start(dataDir)
    starts.push(seconds)
    await stop()
  }
  const { address, pid, stop } = await start(dataDir)
  await fetch(`${address}/api/report?from=2020-07-01&to=2021-12-31`).then((answer) => answer.arrayBuffer())
  await pause(restSeconds * 1000)
  const memory = treeMegabytes(pid)
  await stop()
  return {
    import_demo_s: { value: imported, unit: 's', aim: 'under 15, with the first start of the database' },
    startup_s: { value: median(starts), unit: 's', aim: 'under 2' },
    rest_memory_mb: {
      value: memory,
      unit: 'MB',
      aim: 'under 250, node and PostgreSQL together, after a report was read',
    },
  }
}

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  if (status !== 0) throw new Error(`the command ended with ${status}`)
}

type Started = {
  readonly seconds: number
  readonly address: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts the server; it counts as started when it says that it is ready for work. */
async function start(dataDir: string): Promise<Started> {
  const begun = performance.now()
  const child = spawn(process.execPath, [program, 'start', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/[\d.:]+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error('the server did not start')))
  })
  const ready = await fetch(`${address}/ready`)
  if (!ready.ok || child.pid === undefined) throw new Error('the server is not ready')
  const seconds = (performance.now() - begun) / 1000
  return {
    seconds,
    address,
    pid: child.pid,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Proportional memory of a process and everything below it, in megabytes; shared pages are counted once. */
export function treeMegabytes(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // A process that has just ended.
    }
  }
  const within = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && within(parents.get(pid)))
  let kilobytes = 0
  for (const pid of parents.keys()) {
    if (!within(pid)) continue
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return (kilobytes * 1024) / 1e6
}
