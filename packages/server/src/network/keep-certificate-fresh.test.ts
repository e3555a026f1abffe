import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { readCertificate } from './certificate.ts'
import { keepCertificateFresh } from './keep-certificate-fresh.ts'
import { makeCertificate, replaceCertificate, writeCertificate } from './testing/make-certificate.ts'
import { tlsSettings } from './tls-settings.ts'

const day = 86_400_000

async function aServer(until = new Date(Date.now() + 60 * day)) {
  const files = writeCertificate(makeCertificate({ until }))
  const read = readCertificate(files, new Date())
  if (!read.ok) throw new Error(read.refusal.message)
  const { cert, key } = read.value
  const server = createServer({ ...tlsSettings, cert, key }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const notes: string[] = []
  const note = (line: string) => void notes.push(line)
  const kept = keepCertificateFresh({
    server,
    files,
    certificate: read.value,
    name: 'localhost',
    note,
    everyMs: 20,
  })
  onTestFinished(() => {
    kept.stop()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { files, notes, validUntil: () => endOfCertificate(port) }
}

/** The last day of the certificate that a new visitor is shown. */
async function endOfCertificate(port: number): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  const end = new Date(socket.getPeerCertificate().valid_to)
  socket.destroy()
  return end.toISOString().slice(0, 10)
}

const dayIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

test('NET-4 a renewed certificate is shown to new visitors without a restart', async () => {
  const { files, notes, validUntil } = await aServer()
  expect(await validUntil()).toBe(dayIn(60))
  replaceCertificate(files, makeCertificate({ until: new Date(Date.now() + 80 * day) }))
  await expect.poll(validUntil).toBe(dayIn(80))
  expect(notes).toEqual([`A renewed certificate is in use, valid until ${dayIn(80)}.`])
})

test.each([
  ['half of a pair', () => ({ ...makeCertificate(), key: makeCertificate().key }), /do not belong together/],
  ['one for another name', () => makeCertificate({ names: ['other.test'] }), /is not for localhost/],
  ['one that has expired', () => makeCertificate({ until: new Date(Date.now() - day / 2) }), /expired on/],
])('NET-4 %s is not taken up: the good one stays, and it is said once', async (_, made, words) => {
  const { files, notes, validUntil } = await aServer()
  replaceCertificate(files, made())
  await expect.poll(() => notes).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(notes).toEqual([expect.stringMatching(words)])
  expect(await validUntil()).toBe(dayIn(60))
})

test('NET-4 a certificate that nobody renews is said from two weeks before its end', async () => {
  const { notes } = await aServer(new Date(Date.now() + 13 * day))
  expect(notes).toEqual([expect.stringMatching(`expires on ${dayIn(13)}.*certificate-expires.md`)])
})
