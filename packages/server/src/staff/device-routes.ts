import {
  allDevicesRoute,
  approveDeviceRoute,
  lockDeviceRoute,
  ownDevicesRoute,
  wipeDeviceRoute,
} from '@sathi/contract/staff'
import { mayDo } from '@sathi/domain/staff'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { no, yes } from './answer.ts'
import { approveDevice, askForWipe, lockDevice } from './change-device.ts'
import { listDevices } from './device.ts'
import { actNow } from './hold-staff.ts'
import { type RequireMember, serveMember } from './serve-member.ts'
import { shown, viewDevice } from './views.ts'

/** Devices: one's own, and everybody's for those who see to them. */
export function deviceRoutes(app: FastifyInstance, database: Database, requireMember: RequireMember): void {
  const by = { database, requireMember }

  serveMember(app, by, ownDevicesRoute, async (tx, actor) => {
    return yes({ devices: (await listDevices(tx, actor.memberId)).map(viewDevice) })
  })

  serveMember(app, by, allDevicesRoute, async (tx, actor) => {
    const acting = await actNow(tx, actor)
    if (!acting.ok) return acting
    const { access, at } = acting.value
    if (!mayDo(access, 'lock_devices', at)) return no('not-yours-to-do')
    return yes({ devices: (await listDevices(tx, null)).map(viewDevice) })
  })

  serveMember(app, by, approveDeviceRoute, async (tx, actor, { params }) => {
    return shown(await approveDevice(tx, actor, params.id), viewDevice)
  })

  serveMember(app, by, lockDeviceRoute, async (tx, actor, { params }) => {
    return shown(await lockDevice(tx, actor, params.id), viewDevice)
  })

  serveMember(app, by, wipeDeviceRoute, async (tx, actor, { params }) => {
    return shown(await askForWipe(tx, actor, params.id), viewDevice)
  })
}
