import type { Instant, MemberId, SubjectId } from '@sathi/domain/journal'
import type { Access, Role } from '@sathi/domain/staff'
import type { DeviceId } from '@sathi/sync'
import { createDevice, newId, type Profile } from '../../../device/index.ts'
import { inventedCases } from './invented-cases.ts'
import { inventedOffice } from './invented-office.ts'
import { writeByHand } from './write-by-hand.ts'

// Enrols this browser and fills its device with invented cases, so that journeys and whoever works on a screen find it locked at
// /notes. The product's build does not hold it, and no address of the product leads here.
// ?files=12&role=caseworker&passphrase=...&lease=over&entries=10

const search = new URLSearchParams(location.search)
const passphrase = search.get('passphrase') ?? 'nine green boats at dusk'
const files = Number(search.get('files') ?? '12')
const perFile = Number(search.get('entries') ?? '0')
const role = search.get('role') as Role | null
const lease = search.get('lease') === 'over' ? -1 : 30

const device = createDevice({
  office: inventedOffice(inventedCases(files, perFile), lease),
  appVersion: '0.1.0',
  times: { idleSeconds: 600, hiddenSeconds: 600 },
  rounds: 'when-asked',
})
const enrolled = await device.enrol({ passphrase }, await profile())
if (enrolled.state !== 'open') throw new Error('the device was not enrolled')
if (search.get('hand') !== 'none') await writeByHand(enrolled.device)
const round = await enrolled.device.sync()
await enrolled.device.listSheets()
device.close()
const standing = document.getElementById('standing')
if (standing !== null) standing.textContent = `Ready: ${round.state}`

async function profile(): Promise<Profile> {
  const now = Date.now()
  const organisation = newId(now)
  const member = newId(now) as MemberId
  return {
    organisation,
    member,
    code: 'cw-01',
    keyNumber: 1,
    device: newId(now) as DeviceId,
    recoveryPublicKey: await publicHalf('X25519'),
    pinned: {
      organisationId: organisation,
      memberId: member,
      keyNumber: 1,
      signing: await publicHalf('Ed25519'),
    },
    ...(role !== null && { access: accessOf(member, role) }),
  }
}

function accessOf(member: MemberId, given: Role): Access {
  const from = '2020-01-01T00:00:00.000Z' as Instant
  const ids = inventedCases(files, 0).map(({ entry }) => entry.subject.id)
  return {
    member,
    roles: [{ role: given, from }],
    assignments: [...new Set<SubjectId>(ids)].map((one) => ({ case: one, from })),
    breakGlass: [],
    suspended: [],
  }
}

async function publicHalf(curve: 'X25519' | 'Ed25519'): Promise<string> {
  const uses: KeyUsage[] = curve === 'X25519' ? ['deriveBits'] : ['sign', 'verify']
  const pair = (await crypto.subtle.generateKey({ name: curve }, true, uses)) as CryptoKeyPair
  return (await crypto.subtle.exportKey('jwk', pair.publicKey)).x ?? ''
}
