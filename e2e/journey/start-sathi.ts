import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const root = dirname(dirname(import.meta.dirname))
const program = join(root, 'packages', 'server', 'src', 'main.ts')

/** A running Sathi with a database of its own. */
export type Sathi = {
  readonly address: string
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does: nothing is finished or put away. */
  kill(): Promise<void>
}

/**
 * Starts Sathi on a data folder and waits until it answers.
 * @param more words of the command line, such as `--demo`; the port is a free one unless they name it
 */
export async function startSathi(dataDir: string, ...more: string[]): Promise<Sathi> {
  const args = [program, 'start', '--port', '0', '--data', dataDir, ...more]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  process.once('exit', () => child.kill('SIGKILL'))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const address = await addressIn(child.stdout)
  if (address === undefined) {
    await ended
    throw new Error(`Sathi did not start. It says:\n${said}`)
  }
  return { address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/**
 * The address that a start command prints; undefined when it ends before.
 * @param heard takes every line it says, also later
 */
export function addressIn(output: Readable, heard: string[] = []): Promise<string | undefined> {
  return new Promise((resolve) => {
    createInterface(output)
      .on('line', (line) => {
        heard.push(line)
        const address = /http:\/\/\S+/.exec(line)?.[0]
        if (address !== undefined) resolve(address)
      })
      .on('close', () => resolve(undefined))
  })
}
