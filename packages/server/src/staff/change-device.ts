import { type Duty, mayDo } from '@sathi/domain/staff'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { type Device, type DeviceState, findDevice, putDeviceState } from './device.ts'
import { endSessions } from './end-sessions.ts'
import { holdStaff } from './hold-staff.ts'
import type { DeviceId, MemberActor } from './member-actor.ts'

/**
 * A device may be used from now on. Said by its member on another device that is approved, or by the data-protection
 * lead: never by the device itself, which its finder may hold.
 */
export function approveDevice(tx: Transaction, actor: MemberActor, id: DeviceId): Promise<Answer<Device>> {
  return changeDevice(tx, actor, id, {
    to: 'approved',
    from: ['waiting', 'locked'],
    duty: 'approve_devices',
  })
}

/** Shuts a device out: its sessions end, and it is given nothing more. */
export function lockDevice(tx: Transaction, actor: MemberActor, id: DeviceId): Promise<Answer<Device>> {
  return changeDevice(tx, actor, id, {
    to: 'locked',
    from: ['waiting', 'approved', 'locked'],
    duty: 'lock_devices',
  })
}

/** Has a device erase everything at its next contact. It comes back as a new device or not at all. */
export function askForWipe(tx: Transaction, actor: MemberActor, id: DeviceId): Promise<Answer<Device>> {
  return changeDevice(tx, actor, id, {
    to: 'wiping',
    from: ['waiting', 'approved', 'locked', 'wiping'],
    duty: 'lock_devices',
  })
}

/** The device says that it has erased itself. */
export async function noteDeviceWiped(tx: Transaction, device: Device): Promise<void> {
  if (device.state !== 'wiping') return
  await putDeviceState(tx, device.id, 'wiped')
  await appendAudit(tx, {
    name: 'device_wiped',
    by: device.memberId,
    device: device.id,
    fields: { device: device.id, member: device.memberId, cause: 'asked' },
  })
  await tellDevices(tx, {
    for: device.memberId,
    what: { event: 'device', device: device.id, state: 'wiped' },
  })
}

type Change = {
  readonly to: DeviceState
  readonly from: readonly DeviceState[]
  /** Whose duty it is for other people's devices. */
  readonly duty: Duty
}

async function changeDevice(
  tx: Transaction,
  asked: MemberActor,
  id: DeviceId,
  { to, from, duty }: Change,
): Promise<Answer<Device>> {
  const held = await holdStaff(tx, asked)
  if (!held.ok) return held
  const actor = held.value
  const device = await findDevice(tx, id)
  const hers = device?.memberId === actor.memberId
  if (device === undefined || (!hers && !mayDo(actor.access, duty, actor.at))) return no('not-there')
  if (to === 'approved' && id === actor.deviceId) return no('not-yours-to-do')
  if (!from.includes(device.state)) return no('overtaken')
  await putDeviceState(tx, id, to, to === 'approved' ? actor.memberId : null)
  if (to !== 'approved') await endSessions(tx, device.memberId, { device: id })
  await appendAudit(tx, {
    name: to === 'approved' ? 'device_approved' : 'device_locked',
    by: actor.memberId,
    device: actor.deviceId,
    fields: { device: id, member: device.memberId },
  })
  await tellDevices(tx, { for: device.memberId, what: { event: 'device', device: id, state: to } })
  return yes({ ...device, state: to })
}
