import { redirect } from '@tanstack/react-router'
import { askForOrganisation, type Organisation } from '../api/index.ts'

/** Sends somebody who comes without an address to set-up, to the import, or to the report. */
export async function goWhereWorkIs(): Promise<void> {
  const organisation = await findOrganisation()
  if (organisation === undefined) return
  if (organisation.state === 'none' || organisation.name === null)
    throw redirect({ to: '/set-up', replace: true })
  if (organisation.proposedPeriod === null) throw redirect({ to: '/import', replace: true })
  throw redirect({ to: '/report', search: organisation.proposedPeriod, replace: true })
}

/** A name is asked for once; whoever wants another one goes where it can be changed. */
export async function requireNoName(): Promise<void> {
  const organisation = await findOrganisation()
  if (organisation !== undefined && !isNameless(organisation)) {
    throw redirect({ to: '/organisation', replace: true })
  }
}

/** Records belong to an organisation, so set-up comes first. */
export async function requireOrganisation(): Promise<void> {
  const organisation = await findOrganisation()
  if (organisation?.state === 'none') throw redirect({ to: '/set-up', replace: true })
}

/** Puts the proposed period into an address that has none; leaves it alone where there are no records yet. */
export async function proposePeriod({
  pathname,
  search,
}: {
  pathname: string
  search: object
}): Promise<void> {
  const organisation = await findOrganisation()
  if (organisation?.state === 'none') throw redirect({ to: '/set-up', replace: true })
  const period = organisation?.proposedPeriod
  if (period) throw redirect({ to: pathname, search: { ...search, ...period }, replace: true })
}

function isNameless(organisation: Organisation): boolean {
  return organisation.state === 'none' || organisation.name === null
}

async function findOrganisation(): Promise<Organisation | undefined> {
  const answer = await askForOrganisation()
  return answer.state === 'answered' ? answer.value : undefined
}
