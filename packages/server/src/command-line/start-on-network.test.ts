import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeCertificate, writeCertificate } from '../network/testing/make-certificate.ts'
import { makeFolder, runProgram, startProgram } from './testing/run-program.ts'

const { folder, remove } = makeFolder()
afterAll(remove)

async function aFreePort(): Promise<number> {
  const taking = createServer().listen(0, '127.0.0.1')
  await once(taking, 'listening')
  const address = taking.address()
  taking.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

test('NET-1 a start beyond this computer without certificate or proxy ends in one line, with nothing begun', async () => {
  const data = join(folder, 'unprotected')
  const { status, stdout, stderr } = await runProgram(['start', '--listen', '0.0.0.0', '--data', data])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Sathi does not listen on 0\.0\.0\.0[^\n]+--tls-cert[^\n]+--behind-proxy[^\n]+\n$/)
  expect(existsSync(data)).toBe(false)
})

test('NET-3 a start with a bad certificate ends in one line, before a database is made', async () => {
  const data = join(folder, 'expired')
  const files = writeCertificate(makeCertificate({ until: new Date(Date.now() - 1_000) }))
  const { status, stderr } = await runProgram(['start', '--data', data], {
    env: { SATHI_LISTEN: '0.0.0.0', SATHI_TLS_CERT: files.certFile, SATHI_TLS_KEY: files.keyFile },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^The certificate \S+ expired on [^\n]+certificate-expires\.md\n$/)
  expect(existsSync(data)).toBe(false)
})

test('a start with a certificate says its one address, and answers there over TLS only to its name', async () => {
  const { certFile, keyFile } = writeCertificate(makeCertificate({ names: ['localhost'] }))
  const port = await aFreePort()
  const words = ['start', '--data', join(folder, 'data'), '--listen', `127.0.0.1:${port}`]
  const running = startProgram([...words, '--tls-cert', certFile, '--tls-key', keyFile])
  await expect.poll(running.said, { timeout: 60_000 }).toContain('with the certificate')
  expect(running.said()).toContain(`Sathi is running at https://localhost:${port}\n`)
  const statusAt = async (host: string, path: string): Promise<number | undefined> => {
    const asking = request({
      port,
      path,
      host: '127.0.0.1',
      headers: { host },
      rejectUnauthorized: false,
    }).end()
    const [answer] = await once(asking, 'response')
    answer.resume()
    return answer.statusCode
  }
  expect(await statusAt(`localhost:${port}`, '/ready')).toBe(200)
  expect(await statusAt(`localhost:${port}`, '/api/report')).toBe(401)
  expect(await statusAt('127.0.0.1', '/ready')).toBe(403)
  running.child.kill('SIGTERM')
  expect(await running.ended).toMatchObject({ status: 0, stderr: '' })
}, 90_000)
