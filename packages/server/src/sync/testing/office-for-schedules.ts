import { createHash } from 'node:crypto'
import type { EntryId, Instant, MemberId, SubjectId } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type { AccessEvent, Actor, BlobId, Epoch, NewKey, OfficeStore, OfficeTransaction } from '@sathi/sync'
import {
  type AccessAct,
  type AccessBook,
  cardOf,
  inventedMembers,
  type Life,
  type OfficeInspection,
  type OfficeUnderTest,
  type Tides,
} from '@sathi/sync/testing'
import type { Database } from '../../database/index.ts'
import { statement, type Transaction } from '../../database/index.ts'
import { createOrganisation, type Organisation, readFeed } from '../../journal/index.ts'
import { listAccess, tellDevices } from '../../staff/index.ts'
import { openOfficeStore } from '../office-store.ts'
import { copyOrganisation, restoreOrganisation } from './copy-organisation.ts'

const beginning = '2020-01-01T00:00:00.000Z'

const addMember = statement(
  'test_add_member',
  `insert into app.member (org_id, id, code, display_name, state, key_number, made_at)
   values ((select app.org_id()), $1, $2, $2, 'active', 1, $3)`,
)
const addRole = statement(
  'test_add_role',
  `insert into app.member_role (org_id, member_id, role, from_at, given_by) values ((select app.org_id()), $1, $2, $3, $1)`,
)
const addDevice = statement(
  'test_add_device',
  `insert into app.device (org_id, id, member_id, name, state, made_at, seen_at)
   values ((select app.org_id()), $1, $2, 'Phone', 'approved', $3, $3)`,
)
const endRoles = statement(
  'test_end_roles',
  `update app.member_role set until_at = $2 where org_id = (select app.org_id()) and member_id = $1
   and (until_at is null or until_at > $2)`,
)
const putMember = statement(
  'test_put_member',
  'update app.member set state = $2 where org_id = (select app.org_id()) and id = $1',
)
const addSuspension = statement(
  'test_add_suspension',
  `insert into app.suspension (org_id, member_id, from_at, reason, given_by) values ((select app.org_id()), $1, $2, 'other', $1)`,
)
const endSuspension = statement(
  'test_end_suspension',
  `update app.suspension set until_at = $2 where org_id = (select app.org_id()) and member_id = $1 and until_at is null`,
)
const addAssignment = statement(
  'test_add_assignment',
  `insert into app.assignment (org_id, id, member_id, subject_id, from_at, given_by, given_at, state)
   select (select app.org_id()), gen_random_uuid(), $1, $2, $3, $1, $3, 'running'
   on conflict do nothing`,
)
const addNeed = statement(
  'test_add_need',
  `insert into app.break_glass (org_id, id, member_id, subject_id, reason, words, opened_at, until_at, state)
   values ((select app.org_id()), gen_random_uuid(), $1, $2, 'other', '[]', $3, $4, 'running')
   on conflict do nothing`,
)
const endAssignments = statement(
  'test_end_assignments',
  `update app.assignment set state = 'ended', until_at = greatest($3, from_at)
   where org_id = (select app.org_id()) and member_id = $1 and subject_id = $2 and state <> 'ended' returning id`,
)
const endNeeds = statement(
  'test_end_needs',
  `update app.break_glass set state = 'ended', until_at = least(until_at, greatest($3, opened_at))
   where org_id = (select app.org_id()) and member_id = $1 and subject_id = $2 and state = 'running' returning id`,
)
const wipeDevice = statement(
  'test_wipe_device',
  `update app.device set state = 'wiping' where org_id = (select app.org_id()) and id = $1`,
)
const listAside = statement(
  'test_list_aside',
  'select entry_id as id, body from app.quarantine where org_id = (select app.org_id())',
)
const listKeys = statement(
  'test_list_keys',
  `select k.subject_id as subject, k.compartment, k.version, (
     select coalesce(jsonb_agg(jsonb_build_object('holder', w.holder, 'wrap', w.wrap)), '[]') from app.key_wrap as w
     where w.org_id = k.org_id and w.subject_id = k.subject_id and w.compartment = k.compartment and w.version = k.version) as wraps
   from app.compartment_key as k where k.org_id = (select app.org_id())`,
)
const listFinished = statement(
  'test_list_finished',
  'select id from app.blob where org_id = (select app.org_id()) and have = cardinality(chunks)',
)
const listCodes = statement(
  'test_list_codes',
  'select id, code from app.subject where org_id = (select app.org_id())',
)
const findEntry = statement(
  'test_find_entry',
  'select id from app.entry where org_id = (select app.org_id()) and id = $1',
)

/** The device's id of the schedules as the server knows it: a UUID. */
export function deviceUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The server's store as an office that the schedules of `@sathi/sync` run against, in an organisation of its own. */
export async function officeForSchedules(database: Database, tides: Tides): Promise<OfficeUnderTest> {
  let organisation = await createOrganisation(database, { name: 'Shobuj Pata', synthetic: true })
  let life: Life = { alive: true }
  let backup: Awaited<ReturnType<typeof copyOrganisation>> | undefined
  const under = watchWork(tides)
  const now = (): Instant => new Date(tides.now()).toISOString() as Instant
  const inOffice = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    under.work(() => database.withTransaction(organisation, work))
  await inOffice(addPeople)

  const store: OfficeStore = {
    async transact(actor, work) {
      const own = life
      const of = openOfficeStore(database, organisation.orgId, now)
      await tides.step(own)
      const device = deviceUuid(actor.device) as Actor['device']
      try {
        const result = await under.work(() =>
          of.transact({ ...actor, device }, async (tx) => {
            if (!own.alive) throw new Error('the office has crashed')
            const answer = await work(withInventedCards(tx, actor.member))
            if (!own.alive) throw new Error('the office has crashed')
            return answer
          }),
        )
        await tides.step(own)
        return result
      } catch (fault) {
        if (own.alive) throw fault
        return new Promise(() => {})
      }
    },
  }

  const crash = async (): Promise<void> => {
    life.alive = false
    life = { alive: true }
    await under.idle()
  }
  return {
    store,
    act: (act) => inOffice((tx) => carryOut(tx, act, now())),
    askToWipe: (device) => inOffice(async (tx) => void (await tx.query(wipeDevice, [deviceUuid(device)]))),
    crash,
    async backUp() {
      backup = await under.work(() => copyOrganisation(database, organisation))
    },
    async restore() {
      if (backup === undefined) return false
      await crash()
      const kept = backup
      organisation = await under.work(() => restoreOrganisation(database, kept))
      return true
    },
    inspect: () => inOffice((tx) => inspect(tx, organisation)),
    whereIs: (id) =>
      inOffice(async (tx) => {
        if ((await tx.query(findEntry, [id])).length > 0) return 'stored'
        const aside = await tx.query<{ id: EntryId }>(listAside, [])
        return aside.some((one) => one.id === id) ? 'quarantined' : 'nowhere'
      }),
    readBook: () => inOffice(readBook),
  }
}

async function readBook(tx: Transaction): Promise<AccessBook> {
  return new Map((await listAccess(tx)).map((access): [MemberId, Access] => [access.member, access]))
}

async function addPeople(tx: Transaction): Promise<void> {
  for (const { member, author, role, devices } of inventedMembers) {
    await tx.query(addMember, [member, author, beginning])
    await tx.query(addRole, [member, role, beginning])
    for (const device of devices) await tx.query(addDevice, [deviceUuid(device), member, beginning])
    await tellDevices(tx, { for: null, what: { event: 'member', card: inventedCard(member) } })
  }
}

function inventedCard(member: MemberId): never {
  return { memberId: member, ...cardOf(member) } as never
}

/** Signatures of the schedules are invented; what the real ones rest on has tests of its own. */
function withInventedCards(tx: OfficeTransaction, member: MemberId): OfficeTransaction {
  return {
    ...tx,
    getCard: async () => cardOf(member),
    async readEvents(range) {
      return (await tx.readEvents(range)).map(({ n, what }): { n: number; what: AccessEvent } => ({
        n,
        what: what.event === 'member' ? { ...what, card: cardOf(what.card.member) } : what,
      }))
    },
  }
}

async function carryOut(tx: Transaction, act: AccessAct, now: Instant): Promise<void> {
  const at = new Date(now)
  switch (act.act) {
    case 'grant': {
      const subject = { type: 'case', id: act.case } as const
      if (act.until === undefined) await tx.query(addAssignment, [act.member, act.case, at])
      else await tx.query(addNeed, [act.member, act.case, at, new Date(act.until)])
      const assignment = { subject: act.case, member: act.member } as never
      await tellDevices(
        tx,
        { for: act.member, what: { event: 'granted', subject } },
        { for: null, what: { event: 'assignment', subject, assignment } },
      )
      return
    }
    case 'revoke': {
      const ended = [
        ...(await tx.query(endAssignments, [act.member, act.case, at])),
        ...(await tx.query(endNeeds, [act.member, act.case, at])),
      ]
      if (ended.length === 0) return
      const subject = { type: 'case', id: act.case } as const
      await tellDevices(tx, { for: act.member, what: { event: 'revoked', subject } })
      return
    }
    case 'role':
      await tx.query(endRoles, [act.member, at])
      await tx.query(addRole, [act.member, act.role, at])
      await tellDevices(tx, { for: act.member, what: { event: 'roles' } })
      return
    case 'suspend':
      await tx.query(addSuspension, [act.member, at])
      await tx.query(putMember, [act.member, 'suspended'])
      return
    case 'reinstate':
      await tx.query(endSuspension, [act.member, at])
      await tx.query(putMember, [act.member, 'active'])
      await tellDevices(tx, {
        for: act.member,
        what: { event: 'standing', member: act.member, state: 'active' },
      })
  }
}

async function inspect(tx: Transaction, { epoch }: Organisation): Promise<OfficeInspection> {
  const [subjects, page, quarantined, keys, finished] = await Promise.all([
    tx.query<{ id: SubjectId; code: string }>(listCodes, []),
    readFeed(tx, { epoch, position: 0 }, 100_000),
    tx.query<{ id: EntryId; body: string }>(listAside, []),
    tx.query<NewKey>(listKeys, []),
    tx.query<{ id: BlobId }>(listFinished, []),
  ])
  if (page.state !== 'page') throw new Error('another life')
  const codes = new Map(subjects.map(({ id, code }) => [id, code]))
  return {
    epoch: epoch as Epoch,
    entries: page.entries.map((one) => ({ ...one, subjectCode: codes.get(one.entry.subject.id) ?? '' })),
    quarantined,
    keys,
    finishedBlobs: new Set(finished.map(({ id }) => id)),
  }
}

/**
 * PostgreSQL takes its time. The tides go on while it works, so that messages meet there, and only when nothing else waits do
 * they wait for it.
 */
function watchWork(tides: Tides) {
  const running = new Set<Promise<unknown>>()
  const turn = tides.turn.bind(tides)
  Object.assign(tides, {
    async turn(): Promise<boolean> {
      for (;;) {
        if (await turn()) return true
        if (running.size === 0) return false
        await Promise.race([...running].map((one) => one.catch(() => undefined)))
      }
    },
  })
  return {
    async work<Result>(start: () => Promise<Result>): Promise<Result> {
      const one = start()
      running.add(one)
      try {
        return await one
      } finally {
        running.delete(one)
      }
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.allSettled([...running])
    },
  }
}
