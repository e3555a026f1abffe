import type { Instant } from '@sathi/domain'
import { type Actor, type DeviceStanding, type Greeting, later } from '@sathi/sync'
import { statement, type Transaction } from '../database/index.ts'
import {
  type DeviceId,
  type DeviceState,
  findDevice,
  type MemberState,
  noteDeviceWiped,
} from '../staff/index.ts'

/** So long a device may go on without being here again. */
const leaseMs = 14 * 86_400_000

const selectStanding = statement(
  'read_standing',
  `select m.state as member_state, d.state as device_state from app.member as m
   left join app.device as d on d.org_id = m.org_id and d.member_id = m.id and d.id = $2
   where m.org_id = (select app.org_id()) and m.id = $1`,
)
const putGreeting = statement(
  'put_greeting',
  `update app.device set seen_at = $2, lease_until = coalesce($3, lease_until), app_version = $4, clock_offset = $5,
     unsynced = $6, head_epoch = $7, head_position = $8, head_seal = $9
   where org_id = (select app.org_id()) and id = $1`,
)
const selectOffset = statement(
  'read_clock_offset',
  'select clock_offset from app.device where org_id = (select app.org_id()) and id = $1',
)

type Row = { readonly member_state: MemberState; readonly device_state: DeviceState | null }

/** Whether a device may go on, and until when without being here again. */
export async function readStanding(tx: Transaction, actor: Actor, now: Instant): Promise<DeviceStanding> {
  const [row] = await tx.query<Row>(selectStanding, [actor.member, actor.device])
  const state = row?.device_state
  if (state === 'wiping' || state === 'wiped') return { state: 'wipe' }
  if (row?.member_state === 'suspended') return { state: 'locked', reason: 'member-suspended' }
  if (state === 'locked') return { state: 'locked', reason: 'device-locked' }
  if (row?.member_state !== 'active' || state !== 'approved') {
    return { state: 'locked', reason: 'device-not-approved' }
  }
  return { state: 'ok', leaseUntil: later(now, leaseMs) }
}

/** Notes what the device said of itself, and the lease that it is given. */
export async function noteGreeting(
  tx: Transaction,
  { device }: Actor,
  { appVersion, head, clockOffset, unsynced, at }: Greeting,
  standing: DeviceStanding | undefined,
): Promise<void> {
  await tx.query(putGreeting, [
    device,
    new Date(at),
    standing?.state === 'ok' ? new Date(standing.leaseUntil) : null,
    appVersion,
    clockOffset,
    unsynced,
    head?.epoch ?? null,
    head?.position ?? null,
    head?.seal ?? null,
  ])
}

export async function noteWiped(tx: Transaction, { device }: Pick<Actor, 'device'>): Promise<void> {
  const found = await findDevice(tx, device as string as DeviceId)
  if (found !== undefined) await noteDeviceWiped(tx, found)
}

export async function readClockOffset(tx: Transaction, { device }: Actor): Promise<number> {
  const [row] = await tx.query<{ clock_offset: number }>(selectOffset, [device])
  return row?.clock_offset ?? 0
}
