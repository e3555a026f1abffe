import { answerHello, answerPull, answerPush, type Change, type PushRequest } from '@sathi/sync'
import { expect, test } from 'vitest'
import { checkAudit } from '../audit/index.ts'
import { statement } from '../database/index.ts'
import { giveRoles, listAccess } from '../staff/index.ts'
import {
  aFollowUp,
  aMemberId,
  aNewKey,
  anOpening,
  aPeopledOffice,
  aPush,
  aSubjectId,
  type officeOf,
  sealed,
  speaker,
} from './testing/a-peopled-office.ts'

const [worker, other, supervisor, director, officer] = [1, 2, 3, 4, 5] as const
const people = {
  [worker]: ['caseworker'],
  [other]: ['caseworker'],
  [supervisor]: ['supervisor'],
  [director]: ['director'],
  [officer]: ['me_officer'],
} as const

const selectTold = statement(
  'test_select_told',
  `select body::jsonb ->> 'name' as name, body::jsonb ->> 'by' as by, body::jsonb ->> 'happenedAt' as at,
     body::jsonb #>> '{fields,offline}' as offline
   from app.audit_entry where org_id = (select app.org_id()) order by n`,
)
const selectTokens = statement(
  'test_select_tokens',
  'select token, subject_id from app.name_token where org_id = (select app.org_id()) order by token',
)

type Office = ReturnType<typeof officeOf>

const push = (office: Office, number: number, parts: Partial<PushRequest>) =>
  answerPush(office.ports, speaker(number), aPush(number, parts))

/** Everything that a device learns from the beginning on. */
async function pulled(office: Office, number: number): Promise<Change[]> {
  const changes: Change[] = []
  let cursor: string | null = null
  for (;;) {
    const { device } = speaker(number)
    const request = { protocol: 1, device, appVersion: '9', cursor, epoch: null, limit: 20 } as const
    const answer = await answerPull(office.ports, speaker(number), request)
    if (answer.state === 'page') changes.push(...answer.changes)
    if (answer.state === 'too-old' || (answer.state === 'page' && !answer.more)) return changes
    cursor = answer.cursor
  }
}

const ofKind = (changes: readonly Change[], change: Change['change']): readonly Change[] =>
  changes.filter((one) => one.change === change)

test('OFC-7 a read is told in the audit journal once, with the moment at which it happened', async () => {
  const office = await aPeopledOffice(people)
  await push(office, worker, { submissions: [anOpening(worker, 1, 1)] })
  const reads = [
    { subject: aSubjectId(1), compartment: 'casework', at: '2026-02-01T10:00:00.000Z', offline: true },
    { subject: aSubjectId(1), compartment: 'casework', at: '2026-02-02T10:00:00.000Z', offline: false },
  ] as unknown as PushRequest['reads']
  for (let time = 0; time < 3; time += 1) await push(office, worker, { reads: [...reads, ...reads] })
  const told = await office.inOffice((tx) =>
    tx.query<{ name: string; by: string; at: string; offline: string }>(selectTold, []),
  )
  expect(told.filter(({ name }) => name === 'sealed_read')).toEqual([
    { name: 'sealed_read', by: aMemberId(worker), at: '2026-02-01T10:00:00.000Z', offline: 'yes' },
    { name: 'sealed_read', by: aMemberId(worker), at: '2026-02-02T10:00:00.000Z', offline: 'no' },
  ])
  expect((await office.inOffice(checkAudit)).findings).toEqual([])
})

test('OFC-8 a case is hers who opened it, from the moment of writing, and is found by its tokens', async () => {
  const office = await aPeopledOffice(people)
  const opened = { ...anOpening(worker, 1, 1), tokens: ['t-one', 't-two'] }
  for (let time = 0; time < 2; time += 1) {
    await push(office, worker, { submissions: [opened, aFollowUp(worker, 1, 2)] })
  }
  const [hers] = (await office.inOffice((tx) => listAccess(tx))).filter(
    ({ member }) => member === aMemberId(worker),
  )
  expect(hers?.assignments).toEqual([{ case: aSubjectId(1), from: opened.entry.recordedAt }])
  const tokens = await office.inOffice((tx) => tx.query(selectTokens, []))
  expect(tokens).toEqual([
    { token: 't-one', subject_id: aSubjectId(1) },
    { token: 't-two', subject_id: aSubjectId(1) },
  ])
  const told = await office.inOffice((tx) => tx.query<{ name: string }>(selectTold, []))
  expect(told.map(({ name }) => name)).toEqual(['case_assigned'])
  expect(ofKind(await pulled(office, worker), 'entry')).toHaveLength(2)
  expect(ofKind(await pulled(office, other), 'entry')).toEqual([])
})

test('OFC-6 whoever is given a case, a role or new keys, and lacks a wrap, is named to who can make it', async () => {
  const office = await aPeopledOffice(people)
  const submissions = [anOpening(worker, 1, 1), aFollowUp(worker, 1, 2, { sealed: sealed('casework') })]
  await push(office, worker, { submissions, keys: [aNewKey(1, 'casework', [worker])] })
  const wantedBy = async () =>
    new Set(
      ofKind(await pulled(office, worker), 'wanted').map((change) =>
        change.change === 'wanted' ? change.holder : '',
      ),
    )
  // With the key itself: the supervisor might break the glass.
  expect(await wantedBy()).toEqual(new Set([aMemberId(supervisor)]))
  await office.assign(other, 1)
  expect(await wantedBy()).toEqual(new Set([aMemberId(supervisor), aMemberId(other)]))
  expect(ofKind(await pulled(office, other), 'wrap')).toEqual([])
  const name = { subject: aSubjectId(1), compartment: 'casework', version: 1 } as const
  const wrap = { ...name, holder: aMemberId(other), wrap: 'made-for-other' }
  for (let time = 0; time < 2; time += 1) await push(office, worker, { wraps: [wrap] })
  expect(ofKind(await pulled(office, other), 'wrap')).toContainEqual({
    change: 'wrap',
    ...name,
    wrap: 'made-for-other',
    madeBy: aMemberId(worker),
  })
  expect(await wantedBy()).toEqual(new Set([aMemberId(supervisor)]))
  // A new role asks for wraps of every key that it may hold.
  const { member, device } = speaker(director)
  const actor = { orgId: office.organisation.orgId, memberId: member, deviceId: device } as never
  await office.inOffice((tx) => giveRoles(tx, actor, aMemberId(officer), ['supervisor']))
  expect(await wantedBy()).toEqual(new Set([aMemberId(supervisor), aMemberId(officer)]))
})

test('OFC-6 a device that has pulled everything is asked for what is lacking since', async () => {
  const office = await aPeopledOffice(people)
  const submissions = [anOpening(worker, 1, 1)]
  await push(office, worker, { submissions, keys: [aNewKey(1, 'casework', [worker, supervisor])] })
  const { device } = speaker(worker)
  const page = async (cursor: string | null) => {
    const request = { protocol: 1, device, appVersion: '9', cursor, epoch: null, limit: 500 } as const
    const answer = await answerPull(office.ports, speaker(worker), request)
    if (answer.state !== 'page') throw new Error(answer.state)
    return answer
  }
  const first = await page(null)
  expect(ofKind(first.changes, 'wanted')).toEqual([])
  await office.assign(other, 1)
  const second = await page(first.cursor)
  const lack = { change: 'wanted', subject: aSubjectId(1), compartment: 'casework', version: 1 }
  expect(ofKind(second.changes, 'wanted')).toEqual([{ ...lack, holder: aMemberId(other) }])
  // Once it was asked, it is not asked again.
  expect((await page(second.cursor)).changes).toEqual([])
})

test('OFC-6 a wrap held in reserve is given with the case when the glass is broken, and not before', async () => {
  const office = await aPeopledOffice(people)
  const keys = [aNewKey(1, 'casework', [worker, supervisor])]
  await push(office, worker, { submissions: [anOpening(worker, 1, 1)], keys })
  expect(ofKind(await pulled(office, supervisor), 'wrap')).toEqual([])
  await office.breakGlass(supervisor, 1)
  const changes = await pulled(office, supervisor)
  expect(ofKind(changes, 'granted')).toHaveLength(1)
  expect(new Set(ofKind(changes, 'wrap').map((wrap) => JSON.stringify(wrap))).size).toBe(1)
})

test('OFC-4 a push is one transaction: what fails at its end leaves nothing of its beginning', async () => {
  const office = await aPeopledOffice(people)
  const failing = {
    ...office.ports,
    store: {
      transact: ((actor, work) =>
        office.ports.store.transact(actor, (tx) =>
          work({ ...tx, noteReads: () => Promise.reject(new Error('no more')) }),
        )) as typeof office.ports.store.transact,
    },
  }
  const reads = [
    { subject: aSubjectId(1), compartment: 'casework', at: '2026-02-01T10:00:00.000Z', offline: true },
  ] as unknown as PushRequest['reads']
  const parts = { submissions: [anOpening(worker, 1, 1)], keys: [aNewKey(1, 'casework', [worker])], reads }
  await expect(answerPush(failing, speaker(worker), aPush(worker, parts))).rejects.toThrow('no more')
  expect(await pulled(office, worker)).toEqual([])
  expect((await push(office, worker, parts)).outcomes).toMatchObject([{ state: 'stored', position: 1 }])
})

test('OFC-4 two keys of one name that come at the same moment: one is kept, the other is told', async () => {
  const office = await aPeopledOffice(people)
  await push(office, worker, { submissions: [anOpening(worker, 1, 1)] })
  await office.assign(other, 1)
  for (let round = 1; round <= 10; round += 1) {
    const key = (number: number) => ({ ...aNewKey(1, 'casework', [number]), version: round })
    const answers = await Promise.all(
      [worker, other].map((number) => push(office, number, { keys: [key(number)] })),
    )
    expect(answers.flatMap(({ otherKeys }) => otherKeys)).toHaveLength(1)
  }
})

test('OFC-5 an assignment that begins or ends by itself is told at the next contact of anybody', async () => {
  const office = await aPeopledOffice(people)
  await push(office, worker, { submissions: [anOpening(worker, 1, 1)] })
  await office.inOffice(async (tx) => {
    for (const [text, values] of [
      [
        `insert into app.assignment (org_id, id, member_id, subject_id, from_at, until_at, given_by, given_at, state)
         values ((select app.org_id()), gen_random_uuid(), $1, $2, now() - interval '1 hour', now() + interval '300 milliseconds', $1, now(), 'coming')`,
        [aMemberId(other), aSubjectId(1)],
      ],
    ] as const) {
      await tx.query(statement('test_coming', text), values)
    }
  })
  expect(ofKind(await pulled(office, other), 'entry')).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 350))
  const { device } = speaker(worker)
  const clock = office.ports.now()
  const hello = { protocol: 1, device, appVersion: '9', clock, unsynced: 0 } as const
  await answerHello(office.ports, speaker(worker), hello)
  expect(await pulled(office, other)).toContainEqual({ change: 'revoked', subject: aSubjectId(1) })
  expect(ofKind(await pulled(office, other), 'entry')).toEqual([])
})
