import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const variable = 'SATHI_JOURNEYS_DEMO'

/** A place for the folders of one journey. Where Sathi runs as root, its database is another user, who must get in. */
export function makePlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'sathi-journey-'))
  chmodSync(place, 0o711)
  return place
}

export function removePlace(place: string): void {
  rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** A data folder as on the first visit: not there yet. */
export function newData(place: string): string {
  return join(place, 'data')
}

/** A data folder that holds the invented programme, as the run prepared it. */
export function demoData(place: string): string {
  const { [variable]: prepared } = process.env
  if (prepared === undefined || !existsSync(prepared))
    throw new Error('No demo is prepared; see prepare-demo.ts')
  const data = join(place, 'data')
  // Not fs.cp, which gives every copy to the user who copies.
  execFileSync('cp', ['-a', prepared, data])
  return data
}

/** Tells the journeys of this run where the prepared programme lies. */
export function offerDemo(data: string): void {
  process.env[variable] = data
}
