import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import type { Day } from '@sathi/domain'

/** What is to be set: a template of this folder, the words for it, and the day that the file carries. */
export type Typesetting = {
  readonly template: 'report.typ'
  readonly content: unknown
  readonly createdOn: Day
}

const program = join(import.meta.dirname, 'typeset-program.ts')
const longestMs = 120_000

let turn: Promise<unknown> = Promise.resolve()

/**
 * Sets a document as PDF, in a program of its own: the compiler takes its hundred megabytes with it when it ends, never
 * holds up the server, and cannot end it. One document at a time, so that memory stays bounded. Throws when it fails.
 */
export function typeset(typesetting: Typesetting): Promise<Uint8Array> {
  const set = turn.then(() => runProgram(JSON.stringify(typesetting)))
  turn = set.catch(() => undefined)
  return set
}

async function runProgram(input: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [program], {
    // Nothing of the server's settings, passwords among them, goes along.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // A program that dies early closes its end; what it says as it ends tells why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [pdf, complaint, status] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (status !== 0) throw new Error(`the document was not set: ${complaint.slice(0, 2_000)}`)
  return pdf
}
