import { hash } from 'node:crypto'
import type { Compartment, Entry, Instant, MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import type { OfficePorts, PushRequest, Actor as Speaker, Submission } from '@sathi/sync'
import { protocol } from '@sathi/sync'
import { digestOf, digestOfBytes } from '@sathi/sync/testing'
import { anEntryId } from '../../../../domain/src/journal/builders.ts'
import type { Database, MemberSight } from '../../database/index.ts'
import { statement, type Transaction } from '../../database/index.ts'
import { anOrganisation, aSubjectId, ofCase, opening } from '../../journal/testing/an-organisation.ts'
import { findAccess, tellDevices } from '../../staff/index.ts'
import { openOfficeStore } from '../office-store.ts'
import { sightOf } from '../sight-of.ts'

const beginning = '2020-01-01T00:00:00.000Z'

const addMember = statement(
  'test_member',
  `with m as (insert into app.member (org_id, id, code, display_name, state, key_number, made_at)
     values ((select app.org_id()), $1, $2, $2, 'active', 1, $3))
   insert into app.device (org_id, id, member_id, name, state, made_at, seen_at)
   values ((select app.org_id()), $4, $1, 'Phone', 'approved', $3, $3)`,
)
const addRole = statement(
  'test_role',
  `insert into app.member_role (org_id, member_id, role, from_at, given_by) values ((select app.org_id()), $1, $2, $3, $1)`,
)
const addAssignment = statement(
  'test_assignment',
  `insert into app.assignment (org_id, id, member_id, subject_id, as_role, from_at, given_by, given_at, state)
   values ((select app.org_id()), gen_random_uuid(), $1, $2, $3, $4, $1, $4, 'running')`,
)
const addNeed = statement(
  'test_need',
  `insert into app.break_glass (org_id, id, member_id, subject_id, reason, words, opened_at, until_at, state)
   values ((select app.org_id()), gen_random_uuid(), $1, $2, 'other', '[]', now(), now() + interval '5 hours', 'running')`,
)

/** A member's id made of a small number; her device's is made of the same. */
export function aMemberId(number: number): MemberId {
  return `00000000-0000-7000-a000-${String(number).padStart(12, '0')}` as MemberId
}

export function speaker(number: number): Speaker {
  const device = `00000000-0000-7000-b000-${String(number).padStart(12, '0')}`
  return { member: aMemberId(number), author: `m-${number}`, device: device as Speaker['device'] }
}

/** People by number, each on a phone, with the roles that are given. */
export async function addPeople(
  tx: Transaction,
  people: Readonly<Record<number, readonly Role[]>>,
): Promise<void> {
  for (const [number, roles] of Object.entries(people)) {
    const { member, author, device } = speaker(Number(number))
    await tx.query(addMember, [member, author, beginning, device])
    for (const role of roles) await tx.query(addRole, [member, role, beginning])
  }
}

/** An organisation in a store of its own, with people by number. */
export async function aPeopledOffice(people: Readonly<Record<number, readonly Role[]>>) {
  const store = await anOrganisation()
  const { database, organisation } = store
  await database.withTransaction(organisation, (tx) => addPeople(tx, people))
  return { ...store, ...officeOf(database, organisation.orgId), organisation }
}

/** What is done with an office whose people are there already. */
export function officeOf(database: Database, orgId: Parameters<typeof openOfficeStore>[1]) {
  const now = (): Instant => new Date().toISOString() as Instant
  const ports: OfficePorts = {
    store: openOfficeStore(database, orgId, now),
    now,
    digestOf,
    digestOfBytes,
    // Signatures have tests of their own.
    verify: async () => true,
    oldestToPull: '0',
  }
  const inOffice = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.withTransaction({ orgId }, work)
  return {
    ports,
    inOffice,
    assign: (number: number, caseNumber: number, as: Role | null = null) =>
      inOffice(async (tx) => {
        const subject = aSubjectId(caseNumber)
        await tx.query(addAssignment, [aMemberId(number), subject, as, beginning])
        const what = { event: 'granted', subject: { type: 'case', id: subject } } as const
        await tellDevices(tx, { for: aMemberId(number), what })
      }),
    breakGlass: (number: number, caseNumber: number) =>
      inOffice(async (tx) => {
        const subject = aSubjectId(caseNumber)
        await tx.query(addNeed, [aMemberId(number), subject])
        const what = { event: 'granted', subject: { type: 'case', id: subject } } as const
        await tellDevices(tx, { for: aMemberId(number), what })
      }),
    sightOf: (number: number): Promise<MemberSight> =>
      inOffice(async (tx) => {
        const access = await findAccess(tx, aMemberId(number))
        if (access === undefined) throw new Error('no such member')
        return sightOf(access, now())
      }),
  }
}

const signature = 'A'.repeat(86)

/** A submission as a member's device sends it, with the signature that this office takes for good. */
export function signedBy(number: number, { entry, ...beside }: Submission): Submission {
  const { member, author, device } = speaker(number)
  const signed = { by: member, key: 1, signature }
  return { ...beside, entry: { ...entry, author, device, signed } }
}

export function anOpening(number: number, caseNumber: number, entryNumber: number): Submission {
  return signedBy(number, opening(caseNumber, entryNumber))
}

export function aFollowUp(
  number: number,
  caseNumber: number,
  entryNumber: number,
  about: Partial<Entry> = {},
): Submission {
  return signedBy(number, { entry: ofCase(caseNumber, entryNumber, about).entry })
}

/** A sealed part under the first key of a compartment. */
export function sealed(...compartments: readonly Compartment[]): NonNullable<Entry['sealed']> {
  const box = 'b'.repeat(96)
  return Object.fromEntries(
    compartments.map((compartment) => [compartment, { keyVersion: 1, box }]),
  ) as NonNullable<Entry['sealed']>
}

/** The first key of a compartment of a case, wrapped for members by number and for recovery. */
export function aNewKey(
  caseNumber: number,
  compartment: Compartment,
  holders: readonly number[],
): PushRequest['keys'][number] {
  const wrapOf = (holder: string): string =>
    hash('sha256', `${caseNumber} ${compartment} ${holders.join()} ${holder}`, 'base64url')
  return {
    subject: aSubjectId(caseNumber),
    compartment,
    version: 1,
    wraps: [...holders.map(aMemberId), 'recovery' as const].map((holder) => ({
      holder,
      wrap: wrapOf(holder),
    })),
  }
}

export function aPush(number: number, parts: Partial<PushRequest>): PushRequest {
  return {
    protocol,
    device: speaker(number).device,
    submissions: [],
    keys: [],
    wraps: [],
    reads: [],
    ...parts,
  }
}

export { anEntryId, aSubjectId }
