import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../main.ts', import.meta.url))

export type Ended = {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export type Running = {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** All that was said so far. */
  said(): string
}

export type Surroundings = {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** What is typed or piped in. */
  readonly input?: string
}

/** Starts the program as `npm run sathi` does, as a process of its own. */
export function startProgram(words: readonly string[], { cwd, env, input }: Surroundings = {}): Running {
  const { INIT_CWD: _, DATABASE_URL: __, ...own } = process.env
  const child = spawn(process.execPath, [program, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...own, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
  })
  return { child, ended, said: () => stdout + stderr }
}

export function runProgram(words: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return startProgram(words, surroundings).ended
}

export type Server = Running & { readonly address: string; stop(): Promise<Ended> }

/** Starts the server on a free port and waits until it has said its address. */
export async function startServer(dataDir: string, ...words: readonly string[]): Promise<Server> {
  const running = startProgram(['start', '--port', '0', '--data', dataDir, ...words])
  const address = await new Promise<string>((resolve, reject) => {
    running.child.stdout?.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(running.said())
      if (found) resolve(found[0])
    })
    running.child.on('close', () => reject(new Error(`The server ended: ${running.said()}`)))
  })
  return {
    ...running,
    address,
    stop() {
      running.child.kill('SIGTERM')
      return running.ended
    },
  }
}

/** A folder in which a database can be kept, until `remove`. Its server must have been stopped before. */
export function makeFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-command-'))
  chmodSync(folder, 0o711)
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }),
  }
}
