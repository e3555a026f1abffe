import { anySchedule, runSchedule, type Schedule, soundBuild } from '@sathi/sync/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { checkJournal, listOrganisations } from '../journal/index.ts'
import { officeForSchedules } from './testing/office-for-schedules.ts'

// The nightly run looks for what is rare.
const runs = process.env.SATHI_NIGHTLY === '1' ? 2_000 : 40

test('OFC-1 the schedules of six devices hold all their rules against PostgreSQL too', {
  timeout: runs * 10_000,
}, async () => {
  const { database } = await openTestDatabase()
  await fc.assert(
    fc.asyncProperty(anySchedule, async (schedule: Schedule) => {
      const create = officeForSchedules.bind(undefined, database)
      expect(await runSchedule(schedule, soundBuild, create)).toEqual([])
    }),
    { numRuns: runs },
  )
  for (const organisation of (await listOrganisations(database)).slice(0, 20)) {
    expect((await checkJournal(database, organisation)).findings).toEqual([])
  }
})
