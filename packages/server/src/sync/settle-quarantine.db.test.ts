import { answerPull, answerPush } from '@sathi/sync'
import { expect, test } from 'vitest'
import { statement } from '../database/index.ts'
import { endAssignment, listAssignments, type MemberActor } from '../staff/index.ts'
import { listWaiting, setAside, takeWaiting } from './settle-quarantine.ts'
import {
  aFollowUp,
  aMemberId,
  aNewKey,
  anOpening,
  aPeopledOffice,
  aPush,
  sealed,
  speaker,
} from './testing/a-peopled-office.ts'

const [worker, supervisor, stranger, counsellor] = [1, 2, 3, 4] as const

const selectActs = statement(
  'test_select_settled',
  `select body::jsonb -> 'fields' as fields from app.audit_entry
   where org_id = (select app.org_id()) and body::jsonb ->> 'name' = 'quarantine_settled' order by n`,
)

/** A case that was taken from its worker, who wrote two entries before that and sends them now. */
async function anOfficeWithWaiting() {
  const office = await aPeopledOffice({
    [worker]: ['caseworker'],
    [supervisor]: ['supervisor'],
    [stranger]: ['supervisor'],
    [counsellor]: ['counsellor'],
  })
  const actor = (number: number): MemberActor => {
    const { member, author, device } = speaker(number)
    const { orgId } = office.organisation
    return { orgId, memberId: member, code: author, deviceId: device, roles: [], sessionId: '' } as never
  }
  const push = (submissions: Parameters<typeof aPush>[1]['submissions'] = []) =>
    answerPush(office.ports, speaker(worker), aPush(worker, { submissions }))
  const keys = [aNewKey(1, 'casework', [worker, supervisor])]
  await answerPush(
    office.ports,
    speaker(worker),
    aPush(worker, { submissions: [anOpening(worker, 1, 1)], keys }),
  )
  await office.assign(supervisor, 1)
  const recordedAt = office.ports.now()
  const waiting = [2, 3].map((number) =>
    aFollowUp(worker, 1, number, { recordedAt, sealed: sealed('casework') }),
  )
  await office.inOffice(async (tx) => {
    const [given] = await listAssignments(tx, { member: aMemberId(worker) })
    if (given === undefined) throw new Error('nothing was assigned')
    await endAssignment(tx, actor(supervisor), given.id)
  })
  const list = async (number: number) => {
    const listed = await office.inOffice((tx) => listWaiting(tx, actor(number)))
    return listed.ok ? listed.value : listed.kind
  }
  return { ...office, actor, push, waiting, list }
}

test('OFC-9 what was written before the case was lost waits for a supervisor, who takes it as it is', async () => {
  const office = await anOfficeWithWaiting()
  const [first] = office.waiting
  if (first === undefined) throw new Error('nothing waits')
  const push = () => office.push([first])
  expect((await push()).outcomes).toEqual([{ id: first.entry.id, state: 'quarantined' }])
  expect((await push()).outcomes).toEqual([{ id: first.entry.id, state: 'quarantined' }])
  expect(await office.list(worker)).toBe('not-yours-to-do')
  expect(await office.list(counsellor)).toBe('not-yours-to-do')
  const [shown, ...others] = await office.list(supervisor)
  expect(others).toEqual([])
  expect(shown).toMatchObject({ why: 'access-lost', author: 'm-1', subjectCode: 'C-1', entry: first.entry })
  // Whose case it is not sees that something waits, and nothing of what it says.
  const [hidden] = await office.list(stranger)
  expect(hidden).toMatchObject({ id: first.entry.id, subjectCode: 'C-1', entry: null })
  const digest = typeof shown === 'object' ? shown.digest : ''
  const take = (number: number) =>
    office.inOffice((tx) => takeWaiting(tx, office.actor(number), first.entry.id, digest))
  expect(await take(stranger)).toEqual({ ok: false, kind: 'not-there' })
  expect(await take(supervisor)).toEqual({
    ok: true,
    value: { id: first.entry.id, state: 'stored', position: 2 },
  })
  expect(await take(supervisor)).toEqual({ ok: false, kind: 'overtaken' })
  expect(await office.list(supervisor)).toEqual([])
  expect((await push()).outcomes).toEqual([{ id: first.entry.id, state: 'already-stored', position: 2 }])
  const { device } = speaker(supervisor)
  const request = { protocol: 1, device, appVersion: '9', cursor: null, epoch: null, limit: 500 } as const
  const page = await answerPull(office.ports, speaker(supervisor), request)
  expect(page.state === 'page' && page.changes).toContainEqual(
    expect.objectContaining({ position: 2, entry: first.entry }),
  )
  expect(await office.inOffice((tx) => tx.query(selectActs, []))).toEqual([
    { fields: { entry: first.entry.id, outcome: 'taken' } },
  ])
})

test('OFC-9 what is set aside stays with its reason, is told, and waits no more', async () => {
  const office = await anOfficeWithWaiting()
  await office.push(office.waiting)
  const listed = await office.list(supervisor)
  expect(listed).toHaveLength(2)
  const [one] = listed
  if (typeof one !== 'object') throw new Error('nothing waits')
  const aside = { digest: one.digest, reason: 'wrong-case' } as const
  expect(await office.inOffice((tx) => setAside(tx, office.actor(supervisor), one.id, aside))).toEqual({
    ok: true,
    value: { state: 'set-aside' },
  })
  expect(await office.list(supervisor)).toHaveLength(1)
  expect((await office.push(office.waiting)).outcomes.map(({ state }) => state)).toEqual([
    'quarantined',
    'quarantined',
  ])
  expect(await office.list(supervisor)).toHaveLength(1)
  const kept = statement(
    'test_kept_aside',
    "select reason, settled_by from app.quarantine where state = 'set-aside'",
  )
  expect(await office.inOffice((tx) => tx.query(kept, []))).toEqual([
    { reason: 'wrong-case', settled_by: aMemberId(supervisor) },
  ])
  expect(await office.inOffice((tx) => tx.query(selectActs, []))).toEqual([
    { fields: { entry: one.id, outcome: 'set_aside' } },
  ])
})

test('OFC-9 of two supervisors who settle the same at the same moment one does', async () => {
  const office = await anOfficeWithWaiting()
  await office.push(office.waiting)
  await office.assign(stranger, 1)
  const [one] = await office.list(supervisor)
  if (typeof one !== 'object') throw new Error('nothing waits')
  const answers = await Promise.all([
    office.inOffice((tx) => takeWaiting(tx, office.actor(supervisor), one.id, one.digest)),
    office.inOffice((tx) =>
      setAside(tx, office.actor(stranger), one.id, { digest: one.digest, reason: 'other' }),
    ),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers).toContainEqual({ ok: false, kind: 'overtaken' })
})
