import { answerPull, type PullAnswer } from '@sathi/sync'
import { expect, test } from 'vitest'
import { statement } from '../database/index.ts'
import { runAs } from '../database/testing/open-test-database.ts'
import { feedStatements } from './feed.ts'
import { aPeopledOffice, aSubjectId, speaker } from './testing/a-peopled-office.ts'

const wholeScan = /"Node Type":"Seq Scan"[^{}]*"Relation Name":"entry"/
const entries = 100_000
const cases = 1_000
const [worker, supervisor, officer] = [1, 2, 3] as const

/** Many entries of many cases, as rows alone: nothing here asks for their hashes or sheets. */
async function aLargeOffice() {
  const office = await aPeopledOffice({
    [worker]: ['caseworker'],
    [supervisor]: ['supervisor', 'clinical_supervisor'],
    [officer]: ['me_officer'],
  })
  const { orgId } = office.organisation
  const subject = "('00000000-0000-7000-9000-' || lpad((i % 1000 + 1)::text, 12, '0'))"
  await runAs(
    office.owner,
    `set app.org_id = '${orgId}'`,
    `insert into app.subject select '${orgId}', ${subject}::uuid, 'case', 'C-' || i from generate_series(0, ${cases - 1}) as i`,
    `insert into app.entry (org_id, id, position, subject_id, kind, received_at, hash, body)
     select '${orgId}', ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i, ${subject}::uuid, 'follow_up', now(),
       decode(repeat('00', 32), 'hex'),
       '{"author":"m-9","device":null,"id":"00000000-0000-7000-8000-' || lpad(i::text, 12, '0') || '","kind":"follow_up",'
       || '"occurredOn":"2021-03-05","open":{"channel":"home_visit","note":"' || repeat('x', 200) || '","reached":"survivor"},'
       || '"recordedAt":"2021-03-05T10:00:00.000Z","subject":{"id":"' || ${subject} || '","type":"case"},"version":1}'
     from generate_series(1, ${entries}) as i`,
    `update app.org_feed set n = ${entries}`,
  )
  for (let number = 1; number <= 40; number += 1) await office.assign(worker, number)
  await office.breakGlass(supervisor, 41)
  return office
}

/** Everything that a member's device pulls, from nothing to the end. */
async function pullAll(office: Awaited<ReturnType<typeof aLargeOffice>>, number: number) {
  let cursor: string | null = null
  let pages = 0
  let pulled = 0
  for (;;) {
    const { device } = speaker(number)
    const request = { protocol: 1, device, appVersion: '9', cursor, epoch: null, limit: 500 } as const
    const answer: PullAnswer = await answerPull(office.ports, speaker(number), request)
    if (answer.state !== 'page') throw new Error(answer.state)
    pages += 1
    pulled += answer.changes.filter(({ change }) => change === 'entry').length
    cursor = answer.cursor
    if (!answer.more) return { pages, pulled }
  }
}

test("OFC-3 a page of a member's feed is read over an index, whatever PostgreSQL knows of the tables", {
  timeout: 120_000,
}, async () => {
  const office = await aLargeOffice()
  const explain = feedStatements.map(({ name, text }) =>
    statement(`explain ${name}`, `explain (format json) ${text}`),
  )
  const plansOf = async (number: number): Promise<string[]> => {
    const sight = await office.sightOf(number)
    const ranges = [
      [0, 20_000, 500],
      [99_000, 100_000, 500],
      [50_000, 50_500, 500],
      [0, 100_000, 500],
    ]
    return office.inOffice(async (tx) => {
      const plans: string[] = []
      for (const [index, query] of explain.entries()) {
        for (const range of ranges) {
          const values = index === 0 ? range : [...range, aSubjectId(7)]
          plans.push(JSON.stringify(await tx.queryFor(sight, query, values)))
        }
      }
      return plans
    })
  }
  for (const known of ['nothing', 'all']) {
    if (known === 'all')
      await runAs(office.owner, 'analyze app.entry, app.subject, app.assignment, app.organisation')
    for (const number of [worker, supervisor, officer]) {
      for (const plan of await plansOf(number)) {
        expect(plan).toContain('"Relation Name":"entry"')
        expect(plan).not.toMatch(wholeScan)
      }
    }
  }
  // What is looked for is found where it is.
  const whole = statement(
    'test_whole',
    "explain (format json) select id from app.entry where body like '%y%'",
  )
  expect(JSON.stringify(await office.inOffice((tx) => tx.query(whole, [])))).toMatch(wholeScan)
  // 40 cases of 100 entries among 100,000, and one.
  expect((await pullAll(office, worker)).pulled).toBe(4_000)
  expect(await pullAll(office, supervisor)).toEqual({ pages: 1, pulled: 100 })
})
