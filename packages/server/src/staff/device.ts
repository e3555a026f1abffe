import type { MemberId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import type { DeviceId } from './member-actor.ts'

/**
 * `waiting`: seen once, and given no key. `approved`: in use. `locked`: shut out until somebody approves it again.
 * `wiping`: told to erase itself at its next contact. `wiped`: it said that it has.
 */
export type DeviceState = 'waiting' | 'approved' | 'locked' | 'wiping' | 'wiped'

export type Device = {
  readonly id: DeviceId
  readonly memberId: MemberId
  /** What its member calls it. */
  readonly name: string
  readonly state: DeviceState
  readonly madeAt: Date
  readonly seenAt: Date
  readonly leaseUntil: Date | null
  readonly approvedBy: MemberId | null
}

const columns = 'id, member_id, name, state, made_at, seen_at, lease_until, approved_by'
const selectDevice = statement(
  'find_device',
  `select ${columns} from app.device where org_id = (select app.org_id()) and id = $1`,
)
const selectDevices = statement(
  'list_devices',
  `select ${columns} from app.device where org_id = (select app.org_id()) and ($1::uuid is null or member_id = $1)
   order by member_id, made_at, id`,
)
const storeDevice = statement(
  'store_device',
  `insert into app.device (org_id, id, member_id, name, state, made_at, seen_at, approved_by)
   values ((select app.org_id()), $1, $2, $3, $4, now(), now(), $5)`,
)
const putState = statement(
  'put_device_state',
  `update app.device set state = $2, approved_by = coalesce($3, approved_by)
   where org_id = (select app.org_id()) and id = $1`,
)
const putSeen = statement(
  'put_device_seen',
  `update app.device set seen_at = now(), lease_until = coalesce($2, lease_until)
   where org_id = (select app.org_id()) and id = $1`,
)

type Row = {
  readonly id: DeviceId
  readonly member_id: MemberId
  readonly name: string
  readonly state: DeviceState
  readonly made_at: Date
  readonly seen_at: Date
  readonly lease_until: Date | null
  readonly approved_by: MemberId | null
}

export async function findDevice(tx: Transaction, id: DeviceId): Promise<Device | undefined> {
  return (await tx.query<Row>(selectDevice, [id])).map(asDevice)[0]
}

/** Everybody's devices, or one member's. */
export async function listDevices(tx: Transaction, member: MemberId | null): Promise<Device[]> {
  return (await tx.query<Row>(selectDevices, [member])).map(asDevice)
}

export async function insertDevice(
  tx: Transaction,
  device: Pick<Device, 'id' | 'memberId' | 'name' | 'state' | 'approvedBy'>,
): Promise<void> {
  await tx.query(storeDevice, [device.id, device.memberId, device.name, device.state, device.approvedBy])
}

export async function putDeviceState(
  tx: Transaction,
  id: DeviceId,
  state: DeviceState,
  approvedBy: MemberId | null = null,
): Promise<void> {
  await tx.query(putState, [id, state, approvedBy])
}

/** Notes that the device was here, and until when it may go on without being here again. */
export async function noteDeviceSeen(tx: Transaction, id: DeviceId, leaseUntil: Date | null): Promise<void> {
  await tx.query(putSeen, [id, leaseUntil])
}

function asDevice({ id, member_id, name, state, made_at, seen_at, lease_until, approved_by }: Row): Device {
  return {
    id,
    memberId: member_id,
    name,
    state,
    madeAt: made_at,
    seenAt: seen_at,
    leaseUntil: lease_until,
    approvedBy: approved_by,
  }
}
