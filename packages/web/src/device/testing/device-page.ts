import type { PartialDate, SubjectId } from '@sathi/domain'
import {
  createDevice,
  type Device,
  type DraftToSave,
  type LockedBy,
  type LockTimes,
  type OpenDevice,
  readStorageStanding,
} from '../index.ts'
import { type InventedOrganisation, inventChanges, inventOrganisation } from './invented-organisation.ts'
import { type OfficeInPage, officeInPage } from './office-in-page.ts'

/**
 * What tests hold of a device in a page: no screens, nothing that the product has not. `leak` makes it keep everything in
 * clear, to show that the search for words finds them.
 */
export type DevicePage = {
  readonly office: OfficeInPage
  readonly device: Device
  readonly lockedBy: LockedBy[]
  readonly lockedAt: number[]
  changes: number
  open: OpenDevice | undefined
  organisation: InventedOrganisation | undefined
  /** Milliseconds by which this page's clock is ahead. */
  ahead: number
  begin(times?: LockTimes): void
  enrol(passphrase: string, duress?: string): Promise<string>
  unlock(secret: string): Promise<string>
  aDraft(words: string, subject?: SubjectId): DraftToSave
  fill(cases: number, entries: number, words: string): Promise<void>
  leak(): void
  readonly readStorageStanding: typeof readStorageStanding
}

const clock = Date.now.bind(Date)
Date.now = () => clock() + devicePage.ahead

let device: Device | undefined

const devicePage: DevicePage = {
  office: officeInPage(),
  get device() {
    if (device === undefined) throw new Error('not begun')
    return device
  },
  lockedBy: [],
  lockedAt: [],
  changes: 0,
  open: undefined,
  organisation: undefined,
  ahead: 0,
  begin(times = { idleSeconds: 3600, hiddenSeconds: 3600 }) {
    const { office } = devicePage
    device = createDevice({ office, appVersion: '1.0.0', times, rounds: 'when-asked' })
    device.onLocked((by) => {
      devicePage.open = undefined
      devicePage.organisation = undefined
      devicePage.lockedBy.push(by)
      devicePage.lockedAt.push(clock())
    })
    device.onChange(() => {
      devicePage.changes += 1
    })
  },
  async enrol(passphrase, duress) {
    const organisation = await inventOrganisation(passphrase)
    const secrets = { passphrase, ...(duress !== undefined && { duress }) }
    const answer = await devicePage.device.enrol(secrets, organisation.profile)
    if (answer.state === 'open') devicePage.open = answer.device
    devicePage.organisation = organisation
    return answer.state
  },
  async unlock(secret) {
    const answer = await devicePage.device.unlock(secret)
    if (answer.state === 'open') devicePage.open = answer.device
    return answer.state
  },
  aDraft(words, subject) {
    const id = subject ?? (crypto.randomUUID() as SubjectId)
    return {
      kind: subject === undefined ? 'case_opened' : 'follow_up',
      version: 1,
      subject: { type: 'case', id },
      occurredOn: '2026-05-06' as PartialDate,
      open:
        subject === undefined
          ? { pathway: 'shelter', gender: 'Feminine', is_child: 'no' }
          : { channel: 'home_visit', reached: 'survivor' },
      sealedFields:
        subject === undefined
          ? { casework: { names: [{ text: words, script: 'latn', kind: 'call' }] } }
          : { casework: { narrative: words } },
    }
  },
  async fill(cases, entries, words) {
    const { organisation, office } = devicePage
    if (organisation === undefined) throw new Error('nobody is enrolled')
    office.changes = await inventChanges(organisation, cases, entries, words)
  },
  leak() {
    // The tag's room stays, so that everything is as long as it was.
    crypto.subtle.encrypt = async (_algorithm: unknown, _key: unknown, data: BufferSource) => {
      const bytes = new Uint8Array(data as ArrayBuffer)
      const clear = new Uint8Array(bytes.length + 16)
      clear.set(bytes)
      return clear.buffer
    }
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle)
    crypto.subtle.decrypt = async (algorithm: AesGcmParams, key: CryptoKey, data: BufferSource) => {
      const clear = new Uint8Array(data as ArrayBuffer).slice(0, -16)
      return decrypt(algorithm, key, data).catch(() => clear.buffer)
    }
  },
  readStorageStanding,
}

Object.assign(window, { devicePage })
