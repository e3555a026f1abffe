import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@sathi/domain'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { FileInField } from '../packages/web/src/device/index.ts'
import type { DevicePage } from '../packages/web/src/device/testing/device-page.ts'
import { makePlace, removePlace } from './journey/data-folder.ts'
import { type Phone, switchOn } from './journey/phone.ts'
import { filesWith, markerWord } from './journey/search-bytes.ts'
import { type BuiltPage, serveBuiltPage } from './journey/serve-built-page.ts'

declare global {
  interface Window {
    devicePage: DevicePage
  }
}

const page = 'src/device/testing/device-page.html'
const passphrase = 'four words of hers'
const duress = 'four words under duress'
const place = makePlace()
let site: BuiltPage
let profiles = 0

beforeAll(async () => {
  site = await serveBuiltPage(place, page)
})

afterAll(async () => {
  await site?.close()
  removePlace(place)
})

function newProfile(): string {
  profiles += 1
  return join(place, `profile-${profiles}`)
}

async function startPhone(profile: string): Promise<Phone> {
  const phone = await switchOn(profile)
  onTestFinished(() => phone.kill())
  return phone
}

async function begin(phone: Phone): Promise<Page> {
  const opened = await phone.open(site.address)
  await opened.evaluate(() => window.devicePage.begin())
  return opened
}

async function enrolled(phone: Phone): Promise<Page> {
  const opened = await begin(phone)
  expect(
    await opened.evaluate(([first, second]) => window.devicePage.enrol(first, second), [
      passphrase,
      duress,
    ] as const),
  ).toBe('open')
  return opened
}

async function saved(opened: Page, words: string): Promise<string> {
  const answer = await opened.evaluate(
    (said) => window.devicePage.open?.save(window.devicePage.aDraft(said), { subjectCode: 'C-1' }),
    words,
  )
  if (answer?.state !== 'saved') throw new Error(`not saved: ${JSON.stringify(answer)}`)
  return answer.id
}

/**
 * The sealed slots as they lie on the disk, and a second name for the file they lie in: taken out of its folder the file is
 * still there under it, so that overwriting can be told from taking away.
 */
function slotsIn(profile: string): { readonly slots: readonly Buffer[]; readonly file: string } {
  const mark = Buffer.from('sathi vault 1')
  const path = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.parentPath.includes('File System'))
    .map((one) => join(one.parentPath, one.name))
    .find((one) => readFileSync(one).subarray(0, mark.length).equals(mark))
  if (path === undefined) throw new Error('there is no vault on the disk')
  const image = readFileSync(path)
  const file = `${profile}-vault-${crypto.randomUUID()}`
  linkSync(path, file)
  return {
    slots: [0, 1, 2, 3].map((slot) => image.subarray(64 + slot * 256 + 100, 64 + slot * 256 + 132)),
    file,
  }
}

/** Where these slots are still to be found: in the profile, or where their file lay. */
function leftOf({ slots, file }: ReturnType<typeof slotsIn>, profile: string): string[] {
  const overwritten = readFileSync(file)
  const inPlace = slots.some((slot) => overwritten.includes(slot)) ? ['where the vault lay'] : []
  return [...filesWith(profile, slots), ...inPlace]
}

/** Turns over bytes in the middle of the browser's database, as a process killed at the wrong moment may leave it. */
function damageDatabase(profile: string): number {
  const logs = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.parentPath.includes('IndexedDB') && one.name.endsWith('.log'))
    .map((one) => join(one.parentPath, one.name))
  for (const log of logs) {
    const bytes = readFileSync(log)
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64)
    writeFileSync(log, bytes)
  }
  return logs.length
}

describe('A device', () => {
  test('DEV-5 killed twenty times while it writes holds every entry that it said it saved, once', async () => {
    const profile = newProfile()
    const confirmed: string[] = []
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    for (let kill = 0; kill < 20; kill += 1) {
      await opened.exposeFunction('confirm', (id: string) => void confirmed.push(id))
      const before = confirmed.length
      const writing = opened.evaluate(async () => {
        const { confirm } = window as unknown as { confirm: (id: string) => Promise<void> }
        for (let number = 0; ; number += 1) {
          const draft = window.devicePage.aDraft(`entry ${number}`)
          const answer = await window.devicePage.open?.save(draft, { subjectCode: `C-${number}` })
          if (answer?.state === 'saved') await confirm(answer.id)
        }
      })
      writing.catch(() => undefined)
      await expect.poll(() => confirmed.length, { timeout: 20_000 }).toBeGreaterThan(before)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
      await phone.kill()
      phone = await startPhone(profile)
      opened = await begin(phone)
      expect(await opened.evaluate((secret) => window.devicePage.unlock(secret), passphrase)).toBe('open')
    }
    const { ids, waiting } = await opened.evaluate(async () => {
      const { open, office } = window.devicePage
      const progress = await open?.readProgress()
      office.mood = 'ok'
      await open?.sync()
      return { ids: office.pushed.map(({ entry }) => entry.id as string), waiting: progress?.savedHere }
    })
    expect(confirmed.length).toBeGreaterThan(20)
    expect(ids).toHaveLength(waiting ?? -1)
    expect(new Set(ids).size).toBe(ids.length)
    expect(confirmed.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('DEV-17 a database that the browser throws away as damaged costs nothing that had not reached the office', async () => {
    const profile = newProfile()
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    const word = markerWord()
    const written = await opened.evaluate(async (said) => {
      const { open, aDraft, office } = window.devicePage
      const first = aDraft(`${said} first`)
      const sent = await open?.save(first, { subjectCode: 'C-1' })
      office.mood = 'ok'
      await open?.sync()
      office.mood = 'unreachable'
      const second = aDraft(`${said} second`)
      const place = { subject: second.subject.id, compartment: 'casework' } as const
      const kept = await open?.attach(new TextEncoder().encode(said.repeat(20_000)), 'image/png', place)
      const photo = kept?.state === 'kept' ? kept.file : undefined
      const withPhoto = { ...second, sealedFields: { casework: { ...second.sealedFields.casework, photo } } }
      const answers = [
        await open?.save(withPhoto, { subjectCode: 'C-2' }),
        await open?.save(aDraft(`${said} third`, second.subject.id)),
      ]
      const ids = answers.map((answer) => (answer?.state === 'saved' ? answer.id : answer?.refusal.reason))
      return { sent: sent?.state, subject: second.subject.id, ids }
    }, word)
    expect(written.sent).toBe('saved')
    await phone.close()
    expect(damageDatabase(profile)).toBeGreaterThan(0)
    phone = await startPhone(profile)
    opened = await begin(phone)
    expect(await opened.evaluate((secret) => window.devicePage.unlock(secret), passphrase)).toBe('open')
    const back = await opened.evaluate(async ({ subject }) => {
      const { open, office } = window.devicePage
      const read = await open?.readCompartment(subject, 'casework')
      const said = read?.state === 'open' ? JSON.stringify([...read.said.values()]) : ''
      const fields = read?.state === 'open' ? [...read.said.values()] : []
      const photo = fields.find((one) => 'photo' in one)?.photo as FileInField | undefined
      const file = photo && (await open?.readFile(photo))
      office.mood = 'ok'
      await open?.sync()
      const content =
        file?.state === 'open' ? new TextDecoder().decode(file.content.subarray(0, 20)) : file?.state
      return {
        code: open?.profile().code,
        entries: open?.putBackEntries(),
        said,
        content,
        pushed: office.pushed.map(({ entry }) => entry.id),
      }
    }, written)
    expect(back.pushed).toEqual(written.ids)
    expect(back).toMatchObject({ code: 'cw-01', entries: 2, content: word })
    expect(back.said).toContain(`${word} second`)
    expect(back.said).toContain(`${word} third`)
  })

  test('DEV-6 keeps no word of a sealed field, a draft, a name or a file on the disk, and the search finds what leaks', async () => {
    for (const leaks of [false, true]) {
      const profile = newProfile()
      const phone = await startPhone(profile)
      const opened = await enrolled(phone)
      const words = { name: markerWord(), draft: markerWord(), note: markerWord(), file: markerWord() }
      if (leaks) await opened.evaluate(() => window.devicePage.leak())
      const read = await opened.evaluate(async (said) => {
        const { open, aDraft } = window.devicePage
        const draft = aDraft(said.name)
        await open?.save(draft, { subjectCode: 'C-1' })
        const note = await open?.save(aDraft(said.note, draft.subject.id))
        await open?.keepDraft('half written', { text: said.draft }, draft.subject.id)
        const place = { subject: draft.subject.id, compartment: 'casework' } as const
        const content = new TextEncoder().encode(`a scan that says ${said.file}`)
        await open?.attach(content, 'image/png', place)
        const compartment = await open?.readCompartment(draft.subject.id, 'casework')
        const texts = compartment?.state === 'open' ? JSON.stringify([...compartment.said]) : ''
        const kept = await open?.findDraft('half written')
        window.devicePage.device.lock()
        return { note: note?.state, texts, kept: JSON.stringify(kept) }
      }, words)
      await phone.close()
      expect(read.note).toBe('saved')
      expect(leaks || (read.texts.includes(words.name) && read.texts.includes(words.note))).toBe(true)
      expect(leaks || read.kept.includes(words.draft)).toBe(true)
      for (const word of Object.values(words)) {
        const found = filesWith(profile, [word])
        if (leaks) expect(found.length).toBeGreaterThan(0)
        else expect(found).toEqual([])
      }
    }
  })

  test('DEV-7 locked in one tab is locked in all within a second, and nothing decrypted is left in the page', async () => {
    const phone = await startPhone(newProfile())
    const opened = await enrolled(phone)
    const word = markerWord()
    await saved(opened, word)
    const other = await begin(phone)
    expect(await other.evaluate((secret) => window.devicePage.unlock(secret), passphrase)).toBe('open')
    const heap = async () => {
      const session = await phone.inspect(other)
      let text = ''
      session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
        text += chunk
      })
      await session.send('HeapProfiler.collectGarbage')
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
      await session.detach()
      return text
    }
    const seen = await other.evaluate(async () => {
      const { open } = window.devicePage
      const [sheet] = (await open?.listSheets()) ?? []
      if (sheet === undefined || open === undefined) return 'nothing'
      const answer = await open.readCompartment(sheet.subject.id, 'casework')
      const global = window as unknown as { shown?: unknown; held?: unknown }
      // What a screen shows, dropped when it hears that the device is locked.
      global.shown = answer
      window.devicePage.device.onLocked(() => {
        delete global.shown
      })
      global.held = open
      return answer.state
    })
    expect(seen).toBe('open')
    expect(await heap()).toContain(word)
    const lockedAt = await opened.evaluate(() => {
      const at = Date.now()
      window.devicePage.device.lock()
      return at
    })
    await other.waitForFunction(() => window.devicePage.lockedAt.length > 0)
    const heard = await other.evaluate(async () => {
      const { held } = window as unknown as { held: typeof window.devicePage.open }
      const after = await held?.listSheets().catch((fault: Error) => fault.name)
      const [at = 0] = window.devicePage.lockedAt
      return { at, by: window.devicePage.lockedBy, after }
    })
    expect(heard.by).toEqual(['other-tab'])
    expect(heard.after).toBe('DeviceLocked')
    expect(heard.at - lockedAt).toBeLessThan(1000)
    expect(await heap()).not.toContain(word)
  })

  test('DEV-8 what one tab saves the other sees, and both save without losing anything', async () => {
    const phone = await startPhone(newProfile())
    const left = await enrolled(phone)
    const right = await begin(phone)
    await right.evaluate((secret) => window.devicePage.unlock(secret), passphrase)
    await saved(left, 'from the left')
    await right.waitForFunction(() => window.devicePage.changes > 0)
    const many = (opened: Page) =>
      opened.evaluate(async () => {
        const { open, aDraft } = window.devicePage
        for (let number = 0; number < 30; number += 1) {
          await open?.save(aDraft(`entry ${number}`), { subjectCode: `C-${number}` })
        }
      })
    await Promise.all([many(left), many(right)])
    const sheets = await right.evaluate(async () => (await window.devicePage.open?.listSheets())?.length)
    expect(sheets).toBe(61)
    const [one, two] = await Promise.all(
      [left, right].map((opened) =>
        opened.evaluate(async () => {
          window.devicePage.office.mood = 'ok'
          const end = await window.devicePage.open?.sync()
          return { state: end?.state, pushed: window.devicePage.office.pushed.length }
        }),
      ),
    )
    expect((one?.pushed ?? 0) + (two?.pushed ?? 0)).toBe(61)
  })

  test('DEV-9 the duress passphrase opens an empty vault, and the real slots are gone from the disk', async () => {
    const profile = newProfile()
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    const word = markerWord()
    await saved(opened, word)
    await phone.close()
    const slots = slotsIn(profile)
    expect(leftOf(slots, profile)).toHaveLength(2)
    phone = await startPhone(profile)
    opened = await begin(phone)
    const seen = await opened.evaluate(async (secret) => {
      const state = await window.devicePage.unlock(secret)
      const { open } = window.devicePage
      const sheets = await open?.listSheets()
      const progress = await open?.readProgress()
      const again = await open?.save(window.devicePage.aDraft('something new'), { subjectCode: 'C-1' })
      return { state, sheets, savedHere: progress?.savedHere, again: again?.state }
    }, duress)
    expect(seen).toEqual({ state: 'open', sheets: [], savedHere: 0, again: 'saved' })
    expect(await opened.evaluate(() => window.devicePage.lockedBy)).toEqual([])
    await phone.close()
    expect(leftOf(slots, profile)).toEqual([])
    phone = await startPhone(profile)
    opened = await begin(phone)
    expect(await opened.evaluate((secret) => window.devicePage.unlock(secret), passphrase)).toBe('wrong')
    expect(await opened.evaluate((secret) => window.devicePage.unlock(secret), duress)).toBe('open')
    expect(await opened.evaluate(async () => (await window.devicePage.open?.listSheets())?.length)).toBe(1)
  })

  test('DEV-10 wrong attempts wait, then erase: slots, database and files', async () => {
    const profile = newProfile()
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    await saved(opened, markerWord())
    await phone.close()
    const slots = slotsIn(profile)
    phone = await startPhone(profile)
    opened = await begin(phone)
    const states = await opened.evaluate(async () => {
      const seen: string[] = []
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const state = await window.devicePage.unlock('a guess')
        seen.push(state)
        if (state === 'wait') {
          window.devicePage.ahead += 3_600_000
          attempt -= 1
        }
        if (seen.length > 40) break
      }
      return seen
    })
    expect(states.filter((state) => state === 'wrong')).toHaveLength(9)
    expect(states).toContain('wait')
    expect(states.at(-1)).toBe('erased')
    const left = await opened.evaluate(async () => {
      const names: string[] = []
      const folder = await navigator.storage.getDirectory()
      const { keys } = folder as unknown as { keys: () => AsyncIterable<string> }
      for await (const name of keys.call(folder)) names.push(name)
      return {
        standing: await window.devicePage.device.standing(),
        names,
        databases: await indexedDB.databases(),
      }
    })
    expect(left).toEqual({ standing: 'new', names: [], databases: [] })
    await phone.close()
    expect(leftOf(slots, profile)).toEqual([])
  })

  test('DEV-11 the office can have it wiped, unlocked or locked, and hears that it was done', async () => {
    const profile = newProfile()
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    await saved(opened, markerWord())
    const unlocked = await opened.evaluate(async () => {
      const { office, open, device, lockedBy } = window.devicePage
      office.mood = 'wipe'
      const end = await open?.sync()
      const told = await device.greetWhileLocked()
      return {
        end: end?.state,
        lockedBy,
        wipes: office.wipes.length,
        told,
        standing: await device.standing(),
      }
    })
    expect(unlocked).toEqual({ end: 'wiped', lockedBy: ['wiped'], wipes: 2, told: 'told', standing: 'new' })
    await opened.evaluate((first) => window.devicePage.enrol(first), passphrase)
    await phone.close()
    const slots = slotsIn(profile)
    phone = await startPhone(profile)
    opened = await begin(phone)
    const locked = await opened.evaluate(async () => {
      const { office, device } = window.devicePage
      office.mood = 'wipe'
      const heard = await device.greetWhileLocked()
      return { heard, wipes: office.wipes.length, standing: await device.standing() }
    })
    expect(locked).toEqual({ heard: 'wiped', wipes: 1, standing: 'new' })
    await phone.close()
    expect(leftOf(slots, profile)).toEqual([])
  })

  test('DEV-12 after the lease the vault asks for the office, and a clock set back gives nothing back', async () => {
    const phone = await startPhone(newProfile())
    const opened = await enrolled(phone)
    const told = await opened.evaluate(async (secret) => {
      const day = 86_400_000
      const { office, device } = window.devicePage
      const states: string[] = []
      const tryAt = async (ahead: number) => {
        window.devicePage.ahead = ahead
        device.lock()
        const answer = await device.unlock(secret)
        states.push(answer.state === 'held-back' ? answer.why.why : answer.state)
        return answer
      }
      office.mood = 'ok'
      office.leaseDays = 3
      await window.devicePage.open?.sync()
      office.mood = 'unreachable'
      await tryAt(2 * day)
      await tryAt(4 * day)
      await tryAt(0)
      await tryAt(-400 * day)
      office.mood = 'ok'
      const answer = await tryAt(5 * day)
      if (answer.state !== 'held-back') return states
      const asked = await answer.ask()
      states.push(asked.state)
      await tryAt(6 * day)
      office.mood = 'locked'
      const last = await tryAt(7 * day)
      if (last.state === 'open') await last.device.sync()
      await tryAt(7 * day)
      return states
    }, passphrase)
    expect(told).toEqual([
      'open',
      'lease-over',
      'lease-over',
      'lease-over',
      'lease-over',
      'open',
      'open',
      'open',
      'locked-by-office',
    ])
  })

  test('DEV-13 nobody there, or hidden too long: it locks by itself', async () => {
    const phone = await startPhone(newProfile())
    const opened = await phone.open(site.address)
    await opened.evaluate(() => window.devicePage.begin({ idleSeconds: 2, hiddenSeconds: 1 }))
    await opened.evaluate((first) => window.devicePage.enrol(first), passphrase)
    for (let stroke = 0; stroke < 6; stroke += 1) {
      await opened.keyboard.press('a')
      await opened.waitForTimeout(500)
    }
    expect(await opened.evaluate(() => window.devicePage.lockedBy)).toEqual([])
    await opened.waitForFunction(() => window.devicePage.lockedBy.length > 0, undefined, { timeout: 10_000 })
    expect(await opened.evaluate(() => window.devicePage.lockedBy)).toEqual(['nobody-there'])
    const hidden = await phone.open(site.address)
    await hidden.evaluate(() => window.devicePage.begin({ idleSeconds: 3600, hiddenSeconds: 1 }))
    await hidden.evaluate((first) => window.devicePage.unlock(first), passphrase)
    await hidden.waitForTimeout(2500)
    expect(await hidden.evaluate(() => window.devicePage.lockedBy)).toEqual([])
    await hidden.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await hidden.waitForFunction(() => window.devicePage.lockedBy.length > 0, undefined, { timeout: 10_000 })
  })

  test('DEV-14 a full disk is said, nothing is half-written, and what was saved stays', async () => {
    const phone = await startPhone(newProfile())
    const opened = await begin(phone)
    const session = await phone.inspect(opened)
    const origin = site.address
    // The browser looks at the room now and then, so it is little from the beginning.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 })
    await opened.evaluate((first) => window.devicePage.enrol(first), passphrase)
    await saved(opened, 'before')
    const full = await opened.evaluate(async () => {
      const { open, aDraft } = window.devicePage
      const draft = aDraft('after')
      const place = { subject: draft.subject.id, compartment: 'casework' } as const
      const answers: string[] = []
      while (answers.at(-1) !== 'disk-full' && answers.length < 20) {
        const attached = await open?.attach(new Uint8Array(500_000), 'image/png', place)
        answers.push(attached?.state === 'refused' ? attached.reason : (attached?.state ?? 'locked'))
      }
      const narrative = 'w'.repeat(20_000)
      const notes: string[] = []
      while (notes.at(-1) !== 'disk-full' && notes.length < 100) {
        const note = await open?.save({ ...draft, sealedFields: { casework: { story: narrative } } })
        notes.push(note?.state === 'refused' ? note.refusal.reason : (note?.state ?? 'locked'))
      }
      const progress = await open?.readProgress()
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('sathi')
        asked.onsuccess = () => resolve(asked.result)
      })
      const chunks = await new Promise<number>((resolve) => {
        const asked = database.transaction('chunks').objectStore('chunks').count()
        asked.onsuccess = () => resolve(asked.result)
      })
      database.close()
      return { answers, notes, chunks, savedHere: progress?.savedHere }
    })
    expect(full.answers.at(-1)).toBe('disk-full')
    expect(full.notes.at(-1)).toBe('disk-full')
    const kept = full.answers.filter((one) => one === 'kept').length
    expect(full.chunks).toBe(kept * 2)
    expect(full.savedHere).toBe(1 + full.notes.filter((one) => one === 'saved').length)
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await expect
      .poll(() => saved(opened, 'with room again').catch(() => ''), { timeout: 60_000 })
      .not.toBe('')
  })

  test('DEV-15 what was opened is told to the office, read without a network too', async () => {
    const phone = await startPhone(newProfile())
    const opened = await enrolled(phone)
    const reads = await opened.evaluate(async () => {
      const { open, aDraft, office } = window.devicePage
      const draft = aDraft('her name')
      await open?.save(draft, { subjectCode: 'C-1' })
      await open?.readCompartment(draft.subject.id, 'casework')
      office.mood = 'ok'
      await open?.sync()
      await open?.sync()
      return office.reads.map((read) => (read as { subject: string }).subject === draft.subject.id)
    })
    expect(reads).toEqual([true])
  })

  test('DEV-18 a key that is not there and a role that does not write are answers, and nothing is stored', async () => {
    const phone = await startPhone(newProfile())
    const opened = await enrolled(phone)
    const answers = await opened.evaluate(async () => {
      const { open, office, aDraft } = window.devicePage
      await window.devicePage.fill(1, 2, 'words')
      office.changes = office.changes.filter(({ change }) => change !== 'wrap')
      office.mood = 'ok'
      await open?.sync()
      const [sheet] = (await open?.listSheets()) ?? []
      const profile = open?.profile()
      if (open === undefined || sheet === undefined || profile === undefined) return 'nothing'
      const read = await open.readCompartment(sheet.subject.id, 'casework')
      const noKey = await open.save(aDraft('a visit', sheet.subject.id))
      const from = '2020-01-01T00:00:00.000Z' as Instant
      const roles = [{ role: 'data_protection_lead' as const, from }]
      const nothing = { assignments: [], breakGlass: [], suspended: [] }
      await open.keepAccess({ member: profile.member, roles, ...nothing })
      const notHers = await open.save(aDraft('a name'), { subjectCode: 'C-9' })
      const closed = await open.readCompartment(sheet.subject.id, 'casework')
      const parts = (await open.listSheets()).flatMap((one) => Object.keys(one.parts))
      const { savedHere } = await open.readProgress()
      return {
        unreadable: read.state === 'open' && read.unreadable.length,
        noKey: noKey.state === 'refused' && noKey.refusal,
        notHers: notHers.state === 'refused' && notHers.refusal,
        closed: closed.state,
        parts,
        savedHere,
      }
    })
    expect(answers).toEqual({
      unreadable: 2,
      noKey: { reason: 'no-key', compartment: 'casework' },
      notHers: { reason: 'not-yours' },
      closed: 'not-yours',
      parts: [],
      savedHere: 0,
    })
  })

  test('DEV-16 opens a caseload of 300 cases and 5,000 entries, on a slow phone too', async () => {
    const profile = newProfile()
    let phone = await startPhone(profile)
    let opened = await enrolled(phone)
    const filling = await opened.evaluate(async () => {
      await window.devicePage.fill(300, 5000, 'words')
      const { office, open } = window.devicePage
      office.mood = 'ok'
      const begun = performance.now()
      const end = await open?.sync()
      return { state: end?.state, ms: Math.round(performance.now() - begun) }
    })
    expect(filling.state).toBe('done')
    await phone.close()
    const measured: Record<string, unknown> = { 'first sync of 5,000 entries, ms': filling.ms }
    for (const rate of [1, 6]) {
      phone = await startPhone(profile)
      opened = await begin(phone)
      const session = await phone.inspect(opened)
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      const times = await opened.evaluate(async (secret) => {
        window.devicePage.device.makeReady()
        await new Promise((resolve) => setTimeout(resolve, 1500))
        const begun = performance.now()
        await window.devicePage.unlock(secret)
        const unlocked = performance.now()
        const sheets = await window.devicePage.open?.listSheets()
        const listed = performance.now()
        await window.devicePage.open?.hasKeys()
        return {
          sheets: sheets?.length,
          unlock: Math.round(unlocked - begun),
          caseload: Math.round(listed - unlocked),
          keys: Math.round(performance.now() - begun),
        }
      }, passphrase)
      expect(times.sheets).toBe(300)
      measured[`unlock to caseload at ${rate}x, ms`] = times
      await phone.close()
    }
    process.stdout.write(`${JSON.stringify(measured)}\n`)
  })
})
