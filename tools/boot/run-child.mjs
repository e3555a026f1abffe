import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in the foreground and answers its exit status (128 + number when a signal ended it, as shells do).
 * SIGTERM, SIGHUP and SIGINT sent to this process reach the child too. A Ctrl-C typed at a terminal already went to
 * every process in the foreground: passing it on would reach the child twice, and a second Ctrl-C means "at once".
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (pid: number) => void }} options
 * @returns {Promise<{ status: number, output: string, wasInterrupted: boolean }>} `output` is what came through pipes,
 *   when `options.stdio` asks for them; `wasInterrupted` is true when a signal reached this process or ended the child
 */
export function runChild(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    if (child.pid !== undefined) options.onStart?.(child.pid)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    let wasInterrupted = false
    const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
    /** @type {Set<NodeJS.Signals>} */
    const passed = new Set()
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      wasInterrupted = true
      if ((signal === 'SIGINT' && atTerminal) || passed.has(signal)) return
      // npm passes signals on as well, so the same one often comes twice within a moment.
      passed.add(signal)
      setTimeout(() => passed.delete(signal), 1000).unref()
      child.kill(signal)
    }
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    const watch = whenNpmIsGone(() => passOn('SIGTERM'))
    const settle = () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, passOn)
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settle()
      const status = code ?? 128 + (signal ? constants.signals[signal] : 0)
      resolve({ status, output, wasInterrupted: wasInterrupted || signal !== null })
    })
  })
}

/**
 * npm hands a signal to the shell between it and this process, and that shell dies without handing it on. So when
 * the shell of an npm script is gone, someone asked for the end.
 */
function whenNpmIsGone(/** @type {() => void} */ stop) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
  return watch
}
