import { startPostgres } from '../index.ts'

/**
 * A program such as `start` or `import`, for tests that kill it: starts the database of the folder named by its
 * first argument, says so in one line of JSON, and then stays until it is signalled, exits at once (`exit`), or has
 * nothing left to do (`idle`). With `wait` it first kills the server, does nothing but wait for it, and is then idle.
 */
const [dataDir = '', mode = ''] = process.argv.slice(2)
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const server = await startPostgres({ dataDir, onProgress: (progress) => say({ progress }) })
if (!server.ok) {
  say({ refusal: server.refusal })
  process.exit(1)
}
if (mode === 'wait') {
  process.kill(server.value.pids()[0] ?? 0, 'SIGKILL')
  await server.value.ready()
}
say({ adopted: server.value.adopted, pids: server.value.pids() })
if (mode === 'exit') process.exit(0)
if (mode !== 'idle' && mode !== 'wait') setInterval(() => undefined, 60_000)
