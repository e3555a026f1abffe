import { type Route, routes } from '@sathi/contract'
import { refusalKinds } from '@sathi/contract/refusal'
import type { Role } from '@sathi/domain/staff'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { openTestDatabase, runAs } from '../../database/testing/open-test-database.ts'
import { buildServer, type Reach } from '../../http/index.ts'
import type { MemberActor } from '../../staff/index.ts'
import { createGuard, type Guard } from '../guard.ts'
import {
  aCard,
  aDevice,
  anInvitation,
  aPerson,
  aSetUp,
  type InventedDevice,
  type Person,
} from './a-person.ts'

const host = 'localhost:7284'

export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<LightMyRequestResponse>

let lastFault: unknown

/** The routes that have answered in this run of tests without refusing, each as the contract says. */
export const judged = new Set<Route>()

const Refused = z.strictObject({
  refusal: z.strictObject({ kind: z.enum(refusalKinds), message: z.string(), remedy: z.string() }),
})

function judge(answer: LightMyRequestResponse, method: string, url: string): void {
  const route = routes.find((each) => each.method === method && patternOf(each).test(url))
  if (route === undefined) throw new Error(`${method} ${url} is not in the contract`)
  if (answer.statusCode >= 400) {
    Refused.parse(answer.json())
    return
  }
  if (answer.statusCode !== (route.status ?? 200)) throw new Error(`${url} answers ${answer.statusCode}`)
  if (route.answer !== undefined) route.answer.parse(answer.json())
  judged.add(route)
}

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`)
}

/** A browser: it keeps the cookie that it is given, and names its page as browsers do. */
export type Browser = { readonly ask: Ask; cookie: string }

export function aBrowser(
  app: FastifyInstance,
  { origin = `http://${host}`, address = '127.0.0.1' } = {},
): Browser {
  const named = new URL(origin).host
  const browser: Browser = {
    cookie: '',
    async ask(method, url, body, headers = {}) {
      const answer = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: {
          host: named,
          // What the declared proxy says of a visitor over TLS.
          ...(origin.startsWith('https:') && { 'x-forwarded-proto': 'https', 'x-forwarded-host': named }),
          ...(method === 'GET' ? {} : { origin }),
          ...(browser.cookie && { cookie: browser.cookie }),
          ...headers,
        },
        ...(body && { payload: body }),
      })
      // A bug of ours fails the test where it happens.
      if (answer.statusCode === 500) throw lastFault
      judge(answer, method, url)
      const set = answer.headers['set-cookie']
      if (typeof set === 'string') browser.cookie = set.split(';')[0] ?? ''
      return answer
    },
  }
  return browser
}

export async function aServer(reach: Reach = { kind: 'this-computer', origin: undefined }) {
  const store = await openTestDatabase()
  const { database } = store
  const app = await buildServer({
    deployment: { database },
    webApp: undefined,
    log: { write: () => undefined },
    reach,
  })
  app.addHook('onError', async (_request, _reply, error) => {
    lastFault = error
  })
  onTestFinished(() => app.close())
  return { app, store, guard: createGuard(database, reach) }
}

/** A member with the browser that she is signed in with. */
export type AtWork = {
  readonly person: Person
  readonly device: InventedDevice
  readonly browser: Browser
}

/** An organisation that is set up, its founder at work in her browser. */
export async function anOffice(reach?: Reach) {
  const server = await aServer(reach)
  const { founder, device, recovery, body } = await aSetUp()
  const browser = aBrowser(server.app, reach?.origin === undefined ? {} : { origin: reach.origin })
  const answer = await browser.ask('POST', '/api/set-up', body)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const orgId = body.organisation.id
  const lead: AtWork = { person: founder, device, browser }
  return {
    ...server,
    orgId,
    recovery,
    lead,
    /** Invites somebody; her link is not used. */
    async invite(code: string, roles: readonly Role[] = ['caseworker'], hours = 72) {
      const person = await aPerson(code)
      const invitation = await anInvitation()
      const { id, displayName } = person
      const invited = { id, code, displayName, roles, invitation: { lookup: invitation.lookup, hours } }
      const said = await browser.ask('POST', '/api/members', invited)
      return { person, invitation, said }
    },
    /** Invites somebody who makes her keys; nobody has vouched for them. */
    async enrolled(code: string, roles: readonly Role[] = ['caseworker']): Promise<AtWork> {
      const { person, invitation, said } = await this.invite(code, roles)
      if (said.statusCode !== 201) throw new Error(said.body)
      const own = aBrowser(server.app)
      const phone = aDevice()
      const enrolment = await invitation.enrolment(person, orgId, recovery.publicKey)
      const joined = await own.ask('POST', '/api/invitations/use', { ...enrolment, device: phone })
      if (joined.statusCode !== 201) throw new Error(joined.body)
      return { person, device: phone, browser: own }
    },
    /** Somebody at work. */
    async member(code: string, roles: readonly Role[] = ['caseworker']): Promise<AtWork> {
      const joined = await this.enrolled(code, roles)
      const card = await aCard(joined.person, orgId, founder)
      const approved = await browser.ask('PUT', `/api/members/${joined.person.id}/card`, card)
      if (approved.statusCode !== 200) throw new Error(approved.body)
      return joined
    },
    /** Signs a member in, on her own device or another. */
    async signIn({ person }: { readonly person: Person }, on: InventedDevice, own = aBrowser(server.app)) {
      const { code, signInSecret } = person
      const said = await own.ask('POST', '/api/sign-in', { code, secret: signInSecret, device: on })
      return { browser: own, said }
    },
    /** What stands in a table, whoever's it is. */
    async rows(query: string): Promise<object[]> {
      const [table = ''] = /(?:app|auth)\.\w+/.exec(query) ?? []
      const login = server.store.owner
      const opened = `alter table ${table} no force row level security`
      const rows = await runAs(login, opened, query)
      await runAs(login, `alter table ${table} force row level security`)
      return rows
    },
    /** The audit journal's events, first to last. */
    async told(): Promise<{ readonly name: string; readonly by: string | null; readonly fields: object }[]> {
      const page = await browser.ask('GET', '/api/audit?limit=200')
      return page.json().entries.toReversed()
    },
  }
}

/** What the guard makes of a browser's next request. */
export async function actorOf(app: FastifyInstance, guard: Guard, browser: Browser): Promise<MemberActor> {
  const actor = await guard.requireMember({
    method: 'GET',
    headers: { host, cookie: browser.cookie },
  } as never)
  if (!actor.ok) throw new Error(actor.kind)
  await app.ready()
  return actor.value
}

/** The kind of a refusal, or the status of what is none. */
export function saidNo(answer: LightMyRequestResponse): string | number {
  return answer.json().refusal?.kind ?? answer.statusCode
}
