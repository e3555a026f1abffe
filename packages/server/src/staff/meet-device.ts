import type { MemberId } from '@sathi/domain'
import { appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { tellDevices } from './access-event.ts'
import { type Answer, no, yes } from './answer.ts'
import { type DeviceState, findDevice, insertDevice, listDevices } from './device.ts'
import type { DeviceId } from './member-actor.ts'

/** A passphrase that was found out must not fill the list in which its owner looks for strange devices. */
const mostWaiting = 5

/**
 * The state of the device that a member signs in on. One that was never seen waits: it gets no key until another device
 * of hers, or the data-protection lead, approves it. A device is one member's.
 */
export async function meetDevice(
  tx: Transaction,
  member: MemberId,
  { id, name }: { readonly id: DeviceId; readonly name: string },
): Promise<Answer<DeviceState>> {
  const known = await findDevice(tx, id)
  if (known !== undefined) return known.memberId === member ? yes(known.state) : no('not-there')
  const waiting = (await listDevices(tx, member)).filter(({ state }) => state === 'waiting')
  if (waiting.length >= mostWaiting) return no('too-many-devices')
  await insertDevice(tx, { id, memberId: member, name, state: 'waiting', approvedBy: null })
  await appendAudit(tx, { name: 'device_added', by: member, device: id, fields: { device: id } })
  await tellDevices(tx, { for: member, what: { event: 'device', device: id, state: 'waiting' } })
  return yes('waiting')
}
