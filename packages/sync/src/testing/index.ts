export { anySchedule, type Happening, type Schedule } from './any-schedule.ts'
export { type Build, soundBuild } from './build.ts'
export {
  type AccessAct,
  type AccessBook,
  afterAct,
  firstBook,
  type InventedMember,
  inventedMembers,
} from './invented-people.ts'
export { cardOf, digestOf, digestOfBytes, forge, sealedParts, sign, verify } from './invented-seals.ts'
export { type DeviceMemory, emptyDevice, memoryDevice } from './memory-device.ts'
export { memoryOffice } from './memory-office.ts'
export type { OfficeInspection, OfficeUnderTest } from './office-under-test.ts'
export type { OfficeMistakes } from './open-transaction.ts'
export { runSchedule } from './run-schedule.ts'
export { createLots, createTides, type Life, type Lots, type Tides } from './tides.ts'
export type { Violation } from './world.ts'
