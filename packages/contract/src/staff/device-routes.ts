import { z } from 'zod'
import type { Route } from '../route/index.ts'
import { DeviceIdText, InstantText, MemberIdText } from './identifiers.ts'

export const deviceStates = ['waiting', 'approved', 'locked', 'wiping', 'wiped'] as const

export const DeviceView = z
  .strictObject({
    id: DeviceIdText,
    member: MemberIdText,
    name: z.string(),
    state: z.enum(deviceStates),
    madeAt: InstantText,
    seenAt: InstantText,
    leaseUntil: InstantText.nullable(),
    approvedBy: MemberIdText.nullable(),
  })
  .readonly()
export type DeviceView = z.output<typeof DeviceView>

const Devices = z.strictObject({ devices: z.array(DeviceView).readonly() })
const ofDevice = z.object({ id: DeviceIdText })

export const ownDevicesRoute = {
  method: 'GET',
  path: '/api/me/devices',
  summary: 'The devices of who is signed in',
  answer: Devices,
} as const satisfies Route

export const allDevicesRoute = {
  method: 'GET',
  path: '/api/devices',
  summary: "Everybody's devices, for those who see to them",
  answer: Devices,
} as const satisfies Route

export const approveDeviceRoute = {
  method: 'POST',
  path: '/api/devices/:id/approval',
  summary: 'Lets a device be used',
  params: ofDevice,
  answer: DeviceView,
} as const satisfies Route

export const lockDeviceRoute = {
  method: 'POST',
  path: '/api/devices/:id/lock',
  summary: 'Shuts a device out',
  params: ofDevice,
  answer: DeviceView,
} as const satisfies Route

export const wipeDeviceRoute = {
  method: 'POST',
  path: '/api/devices/:id/wipe',
  summary: 'Has a device erase itself at its next contact',
  params: ofDevice,
  answer: DeviceView,
} as const satisfies Route
