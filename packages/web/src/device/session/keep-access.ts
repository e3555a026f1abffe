import { canonicalJson } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import { markStale } from '../records/apply-writes.ts'
import { changeProfile } from './begin-session.ts'
import type { Session } from './session.ts'

/** Keeps what this member may see and do. When it changed, every sheet is folded anew: she may hold other parts of it. */
export async function keepAccess(session: Session, access: Access): Promise<void> {
  const before = session.profile.access
  if (before !== undefined && canonicalJson(before) === canonicalJson(access)) return
  await changeProfile(session, { access })
  const { database } = session.records
  const keys = await database.rows
    .where('[table+scope]')
    .between(['held', ''], ['held', '\uffff'])
    .uniqueKeys()
  const own = await database.items.orderBy('[scope+state]').uniqueKeys()
  const scopes = new Set<string>()
  for (const key of keys as unknown as readonly (readonly [string, string])[]) scopes.add(key[1])
  for (const key of own as unknown as readonly (readonly [string, string])[]) scopes.add(key[0])
  await markStale(database, [...scopes])
}
