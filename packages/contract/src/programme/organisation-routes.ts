import type { Day, PartialDate } from '@sathi/domain/journal'
import { z } from 'zod'
import { branded, type Route } from '../route/index.ts'

const ListensOn = z
  .enum(['this-computer', 'network'])
  .meta({ description: 'Who can reach the server: only this computer, or a network, and then over TLS.' })

const NoOrganisation = z.strictObject({ state: z.literal('none'), listensOn: ListensOn })

const ReadyOrganisation = z.strictObject({
  state: z.literal('ready'),
  name: z.string().nullable().meta({ description: 'Null until somebody gives it one.' }),
  synthetic: z.boolean().meta({ description: 'Only invented people: said on every screen and page.' }),
  entries: z.int(),
  cases: z.int(),
  firstDay: branded<PartialDate>().nullable(),
  lastDay: branded<PartialDate>().nullable(),
  proposedPeriod: z
    .strictObject({ from: branded<Day>(), to: branded<Day>() })
    .nullable()
    .meta({ description: 'What a first report should look at.' }),
  listensOn: ListensOn,
})

/** The organisation whose records this server keeps. */
export const Organisation = z.discriminatedUnion('state', [NoOrganisation, ReadyOrganisation])
export type Organisation = z.output<typeof Organisation>

const Naming = z.object({
  name: z
    .string()
    .max(400)
    .meta({ description: 'The name that reports carry: one line, at most 200 characters.' }),
})

export const organisationRoute = {
  method: 'GET',
  path: '/api/organisation',
  summary: 'The organisation, and whether it is set up',
  answer: Organisation,
} as const satisfies Route

export const setUpRoute = {
  method: 'POST',
  path: '/api/organisation',
  summary: 'Sets the organisation up',
  body: Naming,
  answer: Organisation,
  status: 201,
} as const satisfies Route

export const renameRoute = {
  method: 'PUT',
  path: '/api/organisation',
  summary: 'Gives the organisation another name',
  body: Naming,
  answer: Organisation,
} as const satisfies Route
