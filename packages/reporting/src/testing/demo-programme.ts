import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, getDay } from '@sathi/domain'
import type { Period } from '../figures/index.ts'
import { entriesOf } from './entries-of.ts'
import { readLineList } from './read-line-list.ts'

const folder = join(import.meta.dirname, '../../../../demo/programme-2020-21')

export const demoPeriod: Period = { from: getDay('2020-07-01'), to: getDay('2021-12-31') }

/** The entries of the demonstration programme. */
export function demoEntries(): Entry[] {
  return entriesOf(readLineList(folder))
}

/** The figures that the demonstration programme is known to have. */
export function demoFigures(): unknown {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
}
