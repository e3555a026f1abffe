import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { runChild } from './run-child.mjs'

const node = (script: string) =>
  runChild(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })

test('the exit status of the program is handed on', async () => {
  expect(await node('process.exit(7)')).toMatchObject({ status: 7, wasInterrupted: false })
})

test('a program ended by a signal gives 128 and its number, as in a shell', async () => {
  expect(await node("process.kill(process.pid, 'SIGKILL')")).toMatchObject({
    status: 137,
    wasInterrupted: true,
  })
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s reaches the program once, however often it is sent',
  async (signal) => {
    const program = `let count = 0
    process.on('${signal}', () => { count += 1; setTimeout(() => { console.log('heard', count); process.exit(7) }, 300) })
    setInterval(() => {}, 1000); console.log('ready')`
    const outer = `import { runChild } from '${new URL('run-child.mjs', import.meta.url)}'
    const { status } = await runChild(process.execPath, ['-e', process.argv[1]], { stdio: ['ignore', 'inherit', 'inherit'] })
    process.exit(status)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer, program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    while (!output.includes('ready')) await once(child.stdout, 'data')
    child.kill(signal)
    child.kill(signal)
    const [status] = await once(child, 'close')
    expect(output).toBe('ready\nheard 1\n')
    expect(status).toBe(7)
  },
)
