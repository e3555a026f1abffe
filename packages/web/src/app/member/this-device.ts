import { version } from '../../../package.json'
import { createDevice, type LockTimes, officeOverHttp } from '../../device/index.ts'
import { withContact } from './contact-with-office.ts'
import { createDeviceGate } from './device-gate.ts'

/** Long enough to take a photograph or a call, too short for whoever picks the phone up from a table. */
const times: LockTimes = { idleSeconds: 300, hiddenSeconds: 120 }

const { office, contact } = withContact(
  officeOverHttp({ fetch: (...request) => fetch(...request), renew: async () => false }),
)

/** When the office last answered this page. */
export const contactWithOffice = contact

/** This device, as every screen of a page shares it. */
export const thisGate = createDeviceGate(
  createDevice({ office, appVersion: version, times, rounds: 'by-themselves' }),
)
