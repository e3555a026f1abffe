import { join } from 'node:path'
import { ensureWebApp } from '../../tools/ensure-web-app.ts'
import { makePlace, offerDemo, removePlace } from './data-folder.ts'
import { startSathi } from './start-sathi.ts'

/** Loads the invented programme once for a whole run; each journey that needs it takes a copy, which is much faster. */
export async function setup(): Promise<() => void> {
  await ensureWebApp()
  const place = makePlace()
  const data = join(place, 'demo')
  const sathi = await startSathi(data, '--demo')
  await sathi.stop()
  offerDemo(data)
  return () => removePlace(place)
}
