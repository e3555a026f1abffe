import type { DevicePorts } from './device-ports.ts'
import type { DeviceWrite } from './device-store.ts'

/** Makes the wraps that others lack and this device can make. Gives how many now wait to go up. */
export async function makeWraps({ store, makeWrap }: DevicePorts): Promise<number> {
  const writes: DeviceWrite[] = []
  for (const wanted of await store.listWanted()) {
    const held = await store.findWraps(wanted.subject, wanted.compartment)
    const key = held.find(({ version, from }) => version === wanted.version && from === 'office')
    const wrap = key && (await makeWrap(wanted, key))
    if (wrap === undefined) continue
    writes.push({ write: 'outgoing-wrap', wrap }, { write: 'drop-wanted', wanted })
  }
  if (writes.length > 0) await store.commit(writes)
  return writes.length / 2
}
