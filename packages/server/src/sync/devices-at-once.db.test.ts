import { answerPull, answerPush, type Change } from '@sathi/sync'
import { expect, test } from 'vitest'
import { appendAudit, checkAudit } from '../audit/index.ts'
import { runAs } from '../database/testing/open-test-database.ts'
import { checkJournal } from '../journal/index.ts'
import { tellDevices } from '../staff/index.ts'
import {
  aFollowUp,
  aNewKey,
  anOpening,
  aPeopledOffice,
  aPush,
  aSubjectId,
  speaker,
} from './testing/a-peopled-office.ts'

const devices = 20
const rounds = 8

test('OFC-5 of twenty devices that push and pull at once none misses anything, and none waits for another for ever', {
  timeout: 120_000,
}, async () => {
  const people = Object.fromEntries(
    Array.from({ length: devices }, (_, index) => [index + 1, ['caseworker'] as const]),
  )
  const office = await aPeopledOffice(people)
  const { ports } = office
  const numbers = Array.from({ length: devices }, (_, index) => index + 1)
  // Pairs share two cases each, so that pushes meet in the same journals.
  const shared = (number: number): number => Math.ceil(number / 2)
  for (const number of numbers.filter((one) => one % 2 === 1)) {
    const keys = [aNewKey(shared(number), 'casework', [number])]
    await answerPush(
      ports,
      speaker(number),
      aPush(number, { submissions: [anOpening(number, shared(number), number)], keys }),
    )
    await office.assign(number + 1, shared(number))
  }
  const seen = new Map<number, Set<number>>()
  const run = async (number: number): Promise<() => Promise<void>> => {
    const positions = new Set<number>()
    seen.set(number, positions)
    let cursor: string | null = null
    const pull = async (): Promise<void> => {
      for (let more = true; more; ) {
        const { device } = speaker(number)
        const request = { protocol: 1, device, appVersion: '9', cursor, epoch: null, limit: 7 } as const
        const answer = await answerPull(ports, speaker(number), request)
        if (answer.state !== 'page') throw new Error(answer.state)
        for (const change of answer.changes as readonly Change[]) {
          if (change.change === 'entry') positions.add(change.position)
        }
        cursor = answer.cursor
        more = answer.more
      }
    }
    for (let round = 0; round < rounds; round += 1) {
      const first = 1_000 * number + round * 10
      const submissions = [0, 1, 2].map((at) => aFollowUp(number, shared(number), first + at))
      const own = 100 + number * rounds + round
      const opened = anOpening(number, own, first + 5)
      const at = new Date(Date.UTC(2026, 0, 1, 0, number, round)).toISOString() as never
      const reads = [{ subject: aSubjectId(own), compartment: 'casework', at, offline: false } as const]
      const keys = [aNewKey(own, 'casework', [number])]
      const { outcomes } = await answerPush(
        ports,
        speaker(number),
        aPush(number, { submissions: [...submissions, opened], keys, reads }),
      )
      if (outcomes.some(({ state }) => state !== 'stored')) throw new Error(JSON.stringify(outcomes))
      await pull()
    }
    return pull
  }
  // Meanwhile others change access: they hold the audit journal before the feed.
  let isOver = false
  const seeToAccess = async (): Promise<void> => {
    const { member, device } = speaker(1)
    while (!isOver) {
      await office.inOffice(async (tx) => {
        const fields = { candidates: 0 }
        await appendAudit(tx, { name: 'index_searched', by: member, device, fields })
        await tellDevices(tx, {
          for: member,
          what: { event: 'device', device: device as never, state: 'approved' },
        })
      })
    }
  }
  const seeing = seeToAccess()
  const pulls = await Promise.all(numbers.map(run))
  await Promise.all(pulls.map((pull) => pull()))
  isOver = true
  await seeing
  for (const number of numbers) {
    // What both of a pair wrote in their case with its opening, and what she opened herself.
    expect(seen.get(number)?.size).toBe(2 * 3 * rounds + 1 + rounds)
  }
  expect((await checkJournal(office.database, office.organisation)).findings).toEqual([])
  expect((await office.inOffice(checkAudit)).findings).toEqual([])
  const [stats] = await runAs(
    office.owner,
    'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
  )
  expect(stats).toEqual({ deadlocks: 0 })
})
