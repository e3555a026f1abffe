import { type Instant, kinds, sheetParts } from '@sathi/domain'
import { type Access, type Role, roleReads, rolesAt, roleTable } from '@sathi/domain/staff'
import type { MemberSight, SightLists } from '../database/index.ts'

const allKinds = Object.values(kinds)
const allParts = Object.values(sheetParts)

/**
 * What a member sees at an instant, as lists for the store's own policies. They follow from the same table as the judgement of
 * each entry, which is made besides; only a part of a sheet must be covered by one assignment, or by several of no role.
 */
export function sightOf(access: Access, at: Instant): MemberSight {
  const roles = rolesAt(access, at)
  const inCases = roles.filter((role) => roleTable[role].reach === 'assigned')
  const inNeed = inCases.filter((role) => roleTable[role].duties.includes('break_glass'))
  const inRole = roles.filter((role) => ['assigned', 'own_pairs'].includes(roleTable[role].reach))
  const everywhere = listsEverywhere(roles)
  return {
    id: access.member,
    everywhere,
    cases: listsInCases(inCases, everywhere),
    glass: listsInCases(inNeed, everywhere),
    roles: Object.fromEntries(inRole.map((role) => [role, listsInCases([role], everywhere)])),
  }
}

function listsEverywhere(roles: readonly Role[]): SightLists {
  const inEveryCase = roles.filter((role) => roleTable[role].reach === 'every_case_coded')
  const seen = allKinds.filter(({ name, subject }) =>
    (subject === 'case' ? inEveryCase : roles).some((role) => roleReads(role, name)),
  )
  const names = new Set<string>(seen.map(({ name }) => name))
  const types = seen.map(({ subject }) => subject).filter((type) => type !== 'case')
  return {
    kinds: [...names],
    parts: allParts.filter((part) => part.kinds.every((kind) => names.has(kind))).map(({ name }) => name),
    opens: inEveryCase.flatMap((role) => roleTable[role].opens),
    types: [...new Set<string>(inEveryCase.length > 0 ? [...types, 'case'] : types)],
  }
}

function listsInCases(roles: readonly Role[], everywhere: SightLists): SightLists {
  const seen = allKinds.filter(
    ({ name, subject }) => subject === 'case' && roles.some((role) => roleReads(role, name)),
  )
  const names = new Set<string>([...everywhere.kinds, ...seen.map(({ name }) => name)])
  const parts = allParts.filter(
    (part) => part.subject === 'case' && part.kinds.every((kind) => names.has(kind)),
  )
  return {
    kinds: seen.map(({ name }) => name),
    parts: roles.length === 0 ? [] : parts.map(({ name }) => name),
    opens: [...new Set(roles.flatMap((role) => roleTable[role].opens))],
    types: roles.length === 0 ? [] : ['case'],
  }
}
