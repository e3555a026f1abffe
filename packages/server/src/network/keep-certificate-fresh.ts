import type { Server } from 'node:https'
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts'
import { tlsSettings } from './tls-settings.ts'

type Fresh = {
  readonly server: Pick<Server, 'setSecureContext'>
  readonly files: CertificateFiles
  readonly certificate: Certificate
  /** The name that a renewed certificate must be for as well. */
  readonly name: string
  /** Says what happened, in one line. */
  readonly note: (line: string) => void
  readonly everyMs?: number
}

const day = 86_400_000
/** Let's Encrypt renews thirty days before the end: at fourteen, renewing has failed for two weeks. */
const warnBeforeMs = 14 * day

/**
 * Takes up a renewed certificate within a minute, without a restart. What is not whole or does not fit yet (the two files
 * are never replaced at the same moment) changes nothing: the one in use stays until a good one is there. Looks at the
 * content, since renewers replace links and folders in ways that no watching of files sees.
 */
export function keepCertificateFresh(fresh: Fresh): { stop(): void } {
  const { server, files, name, note, everyMs = 60_000 } = fresh
  let inUse = fresh.certificate
  let said = ''
  let failed = false
  const say = (line: string): void => {
    if (line !== said) note(line)
    said = line
  }
  const look = (): void => {
    const read = readCertificate(files, new Date())
    // Half-way through a renewal the two do not fit for a moment: only what lasts is worth a word.
    const lasting = failed
    failed = !read.ok
    if (!read.ok) {
      const left = `The one in use is valid until ${dayOf(inUse.until)}.`
      if (lasting) say(`${read.refusal.message} ${left} ${read.refusal.remedy}`)
      return
    }
    const found = read.value
    if (found.cert !== inUse.cert || found.key !== inUse.key) {
      if (!found.covers(name)) {
        say(`The renewed certificate ${files.certFile} is not for ${name}; the one before stays in use.`)
        return
      }
      server.setSecureContext({ ...tlsSettings, cert: found.cert, key: found.key })
      inUse = found
      say(`A renewed certificate is in use, valid until ${dayOf(found.until)}.`)
    }
    if (found.until.getTime() - Date.now() < warnBeforeMs) {
      say(
        `The certificate expires on ${dayOf(found.until)}, and nobody has renewed it: docs/runbooks/certificate-expires.md`,
      )
    }
  }
  look()
  const looking = setInterval(look, everyMs).unref()
  return { stop: () => clearInterval(looking) }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
