import { type KindName, kinds, roomOfKind } from '../catalogue/index.ts'
import { type KindChoice, roleTable } from './role-table.ts'
import { type Role, roles } from './roles.ts'

const allKinds = Object.keys(kinds) as readonly KindName[]

function chosen({ rooms = [], also = [], except = [] }: KindChoice): ReadonlySet<string> {
  return new Set(
    allKinds.filter(
      (kind) => also.includes(kind) || (rooms.includes(roomOfKind(kind)) && !except.includes(kind)),
    ),
  )
}

function byRole(choice: (role: Role) => KindChoice): ReadonlyMap<Role, ReadonlySet<string>> {
  return new Map(roles.map((role) => [role, chosen(choice(role))]))
}

const readKinds = byRole((role) => roleTable[role].reads)
const writtenKinds = byRole((role) => roleTable[role].writes)

/** Whether a role reads a kind of entry, in the cases that it reaches or in journals that are not about a case. */
export function roleReads(role: Role, kind: string): boolean {
  return readKinds.get(role)?.has(kind) ?? false
}

/** Whether a role writes a kind of entry, in the cases that it reaches or in journals that are not about a case. */
export function roleWrites(role: Role, kind: string): boolean {
  return writtenKinds.get(role)?.has(kind) ?? false
}
