import type { Organisation, organisationRoute, renameRoute, setUpRoute } from '@sathi/contract/programme'
import { type Answer, ask } from './answer.ts'

export type { Organisation } from '@sathi/contract/programme'

export function askForOrganisation(): Promise<Answer<Organisation>> {
  return ask<typeof organisationRoute>('/api/organisation', {})
}

export function setUpOrganisation(name: string): Promise<Answer<Organisation>> {
  return ask<typeof setUpRoute>('/api/organisation', { method: 'POST', body: { name } })
}

export function renameOrganisation(name: string): Promise<Answer<Organisation>> {
  return ask<typeof renameRoute>('/api/organisation', { method: 'PUT', body: { name } })
}
