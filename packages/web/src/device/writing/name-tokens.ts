import { type AnyKind, keysOfPerson, personKeys } from '@sathi/domain'
import { blindToken, openIndexWrap, type WebKey } from '@sathi/sealing'
import type { Session } from '../session/session.ts'
import type { UsableKeys } from '../vault/vault-tasks.ts'
import type { DraftToSave } from './draft-to-save.ts'

const mostTokens = 200

/**
 * Tokens of the names and phones in an entry that opens a case or amends its opening, by which the office finds files that
 * may be one person's. None while this member holds no index key.
 */
export async function nameTokens(
  session: Session,
  usable: UsableKeys,
  kind: AnyKind,
  draft: DraftToSave,
): Promise<readonly string[]> {
  if (kind.subject !== 'case' || !kind.opens) return []
  const indexKey = await findIndexKey(session, usable)
  if (indexKey === undefined) return []
  const said = Object.assign({}, ...Object.values(draft.sealedFields)) as Readonly<Record<string, unknown>>
  const texts = (holds: 'names' | 'phones', part: 'text' | 'number', parents: boolean): readonly string[] =>
    Object.entries(kind.sealed)
      .filter(([name, field]) => field.holds === holds && (name === 'parents_names') === parents)
      .flatMap(([name]) => (said[name] ?? []) as readonly Readonly<Record<string, string>>[])
      .flatMap((one) => one[part] ?? [])
  const person = personKeys({
    names: texts('names', 'text', false),
    parents: texts('names', 'text', true),
    phones: texts('phones', 'number', false),
  })
  const tokens = keysOfPerson(person)
    .slice(0, mostTokens)
    .map(([place, key]) => blindToken(indexKey, place, key))
  return Promise.all(tokens)
}

async function findIndexKey({ profile, opened }: Session, { keys }: UsableKeys): Promise<WebKey | undefined> {
  const { indexWrap, organisation, member } = profile
  if (opened.indexKey !== undefined || indexWrap === undefined) return opened.indexKey
  const place = { organisationId: organisation, holderId: member, keyVersion: indexWrap.keyVersion }
  const key = await openIndexWrap(indexWrap.wrap, keys.sealing, place)
  opened.indexKey = key.state === 'open' ? key.value : undefined
  return opened.indexKey
}
