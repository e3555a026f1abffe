import type { DeviceId } from '@sathi/sync'
import { findFile, folderOfDevice } from './device-files.ts'

/**
 * What stands in clear beside the vault: the id by which the office knows this device, a random one, and whether the
 * device was wiped and has not said so yet. So a locked device can hear that it is to be wiped.
 */
export type OpenNote = { readonly device: DeviceId; readonly state: 'in-use' | 'wiped' }

export const openNoteName = 'device'

export async function findOpenNote(): Promise<OpenNote | undefined> {
  const file = await (await findFile(openNoteName))?.getFile()
  const [device, state] = (await file?.text())?.split(' ') ?? []
  if (device === undefined || (state !== 'in-use' && state !== 'wiped')) return undefined
  return { device: device as DeviceId, state }
}

export async function keepOpenNote({ device, state }: OpenNote): Promise<void> {
  const handle = await (await folderOfDevice()).getFileHandle(openNoteName, { create: true })
  const writable = await handle.createWritable()
  await writable.write(`${device} ${state}`)
  await writable.close()
}

export async function dropOpenNote(): Promise<void> {
  if ((await findFile(openNoteName)) === undefined) return
  await (await folderOfDevice()).removeEntry(openNoteName)
}
