import { type Route, routes } from '@sathi/contract'
import { refusalKinds } from '@sathi/contract/refusal'
import { signInRoutes } from '@sathi/contract/sign-in'
import { staffRoutes } from '@sathi/contract/staff'
import { syncRoutes } from '@sathi/contract/sync'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { buildServer } from './build-server.ts'

const host = '127.0.0.1:7284'
const cases = `row_id,case_code,occurred_on,pathway,gender,is_child
CO-1,C-0001,2021-02-01,shelter,Feminine,no
`
const stages = `row_id,case_code,occurred_on,stage
RS-1,C-0001,2021-03-05,handover
`
const faulty = stages.replace('handover', 'moon')

function formOf(files: Readonly<Record<string, string>>): string {
  const parts = Object.entries(files).map(
    ([name, text]) =>
      `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n`,
  )
  return `${parts.join('')}--b--\r\n`
}

const period = 'from=2021-01-01&to=2021-12-31'

async function aServer() {
  const { database } = await openTestDatabase()
  const app = await buildServer({
    deployment: { database },
    webApp: undefined,
    log: { write: () => undefined },
  })
  onTestFinished(() => app.close())
  const judged = new Set<Route>()
  /** Asks as the web app would, and judges what comes back by the contract. */
  const ask = async (method: Route['method'], url: string, sent: Record<string, unknown> = {}) => {
    const answer = await app.inject({ method, url, ...sent, headers: { host, ...headersIn(sent) } })
    const route = routes.find((each) => each.method === method && patternOf(each).test(url))
    if (route === undefined) throw new Error(`${method} ${url} is not in the contract`)
    if (answer.statusCode >= 400) {
      refusal.parse(answer.json())
    } else {
      expect(answer.statusCode).toBe(route.status ?? 200)
      judged.add(route)
      if (route.answer !== undefined) route.answer.parse(answer.json())
    }
    return answer
  }
  return { app, ask, judged }
}

const refusal = z.strictObject({
  refusal: z.strictObject({ kind: z.enum(refusalKinds), message: z.string(), remedy: z.string() }),
})

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`)
}

function headersIn(sent: Record<string, unknown>): Record<string, string> {
  return typeof sent.payload === 'string' ? { 'content-type': 'multipart/form-data; boundary=b' } : {}
}

test('every route answers what the contract says, before the set-up and after', async () => {
  const { ask, judged } = await aServer()
  for (const url of ['/api/organisation', `/api/report?${period}`, '/api/line-list.xlsx'])
    await ask('GET', url)
  await ask('POST', '/api/organisation', { payload: { name: 'Shobuj Pata' } })
  await ask('PUT', '/api/organisation', { payload: { name: 'Nil Pata' } })
  for (const [stage, ends] of [
    [faulty, 'refused'],
    [stages, 'done'],
  ] as const) {
    const payload = formOf({ 'case_opened.csv': cases, 'repatriation_stage.csv': stage })
    const { id } = (await ask('POST', '/api/imports', { payload })).json()
    await expect.poll(async () => (await ask('GET', `/api/imports/${id}`)).json().state).toBe(ends)
  }
  await ask('GET', '/api/organisation')
  await ask('GET', `/api/report?${period}`)
  const { items } = (await ask('GET', `/api/report/facts?${period}&indicator=R1&part=counted`)).json()
  await ask('GET', `/api/subjects/${items[0].subject.id}/journal`)
  for (const name of ['report.pdf', 'report.xlsx', 'line-list.xlsx'])
    await ask('GET', `/api/${name}?${period}`)
  await ask('GET', '/api/subjects/00000000-0000-4000-8000-000000000000/journal')
  // Those of people and sign-in are judged with people (sign-in/every-route.db.test.ts), those of sync with devices (sync/).
  const elsewhere = new Set<Route>([...signInRoutes, ...staffRoutes, ...syncRoutes])
  const others = routes.filter((route) => !elsewhere.has(route))
  expect(others.filter((route) => !judged.has(route)).map(({ path }) => path)).toEqual([])
})

test('the interface has no route beside the contract, and its description says what each answers', async () => {
  const { app, ask } = await aServer()
  expect((await ask('GET', '/api/organisation')).statusCode).toBe(200)
  const { paths } = (await app.inject({ url: '/api/openapi.json', headers: { host } })).json()
  const described = Object.entries<Record<string, unknown>>(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    .filter((route) => route.includes('/api/'))
  const promised = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(described.toSorted()).toEqual(promised.toSorted())
  expect(JSON.stringify(paths['/api/imports/{id}'])).toContain('rowsAlreadyStored')
})
