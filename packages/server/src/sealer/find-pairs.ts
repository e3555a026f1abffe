import { type ComparedFile, type Entry, findCandidate, type KeyPlace, type SubjectId } from '@sathi/domain'
import type { WebKey } from '@sathi/sealing'
import { statement, type Transaction } from '../database/index.ts'
import type { OpenedParts } from '../line-list/index.ts'
import { findTokens, insertTokens, type NameToken } from './key-store.ts'
import { type FoundPair, joined, personOfOpening, tokensOf } from './person-of-opening.ts'
import type { Rights } from './rights.ts'

const selectOpenings = statement(
  'sealer_openings',
  `select body from app.entry where org_id = (select app.org_id()) and kind = 'case_opened'
   and subject_id = any($1::uuid[]) order by position`,
)

type Search = {
  readonly tx: Transaction
  readonly indexKey: WebKey
  readonly rights: Rights
  open(entries: readonly Entry[]): Promise<ReadonlyMap<string, OpenedParts>>
}

/**
 * Stores the tokens of cases that a list brought, and finds those that may be one person with another case, new or stored
 * before. Files that the member may open are compared as files; of any other only tokens are known.
 */
export async function findPairs(
  search: Search,
  files: ReadonlyMap<SubjectId, ComparedFile>,
): Promise<readonly FoundPair[]> {
  const { tx, indexKey, rights } = search
  const made: NameToken[] = []
  const places = new Map<string, { readonly place: KeyPlace; readonly subjects: SubjectId[] }>()
  for (const [subject, file] of files) {
    const tokens = await tokensOf(indexKey, file)
    for (const { place, token } of tokens) {
      made.push({ token, subject })
      const known = places.get(token)
      if (known === undefined) places.set(token, { place, subjects: [subject] })
      else known.subjects.push(subject)
    }
  }
  await insertTokens(tx, made)
  const meetings = new Map<SubjectId, Map<SubjectId, Set<KeyPlace>>>()
  for (const { token, subject: other } of await findTokens(tx, [...places.keys()])) {
    const met = places.get(token)
    for (const subject of met?.subjects ?? []) {
      // Two new cases meet once, not from both sides.
      if (subject === other || (files.has(other) && subject > other)) continue
      const others = meetings.get(subject) ?? new Map<SubjectId, Set<KeyPlace>>()
      meetings.set(subject, others)
      const at = others.get(other) ?? new Set<KeyPlace>()
      others.set(other, at)
      if (met !== undefined) at.add(met.place)
    }
  }
  const stored = [...meetings.values()]
    .flatMap((others) => [...others.keys()])
    .filter((one) => !files.has(one))
  const before = await readFiles(search, [...new Set(stored)])
  const pairs: FoundPair[] = []
  for (const [subject, others] of meetings) {
    for (const [other, met] of others) {
      const file = files.get(subject)
      const otherFile = files.get(other) ?? before.get(other)
      const found = file && otherFile ? findCandidate(file, otherFile) : byTokens(met)
      if (found === undefined) continue
      pairs.push({ subject, other: rights.knows(other) ? other : undefined, ...found })
    }
  }
  return pairs
}

/** What can be said of a file that is not hers to open: a phone in common, or a name together with a parent's. */
function byTokens(met: ReadonlySet<KeyPlace>): Pick<FoundPair, 'strength' | 'because'> | undefined {
  if (!met.has('phone') && !(met.has('name') && met.has('parent'))) return undefined
  return { strength: 'possible', because: [...met] }
}

async function readFiles(
  { tx, open }: Search,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, ComparedFile>> {
  const files = new Map<SubjectId, ComparedFile>()
  if (subjects.length === 0) return files
  const rows = await tx.query<{ body: string }>(selectOpenings, [subjects])
  const entries = rows.map(({ body }) => JSON.parse(body) as Entry)
  const opened = await open(entries)
  for (const entry of entries) {
    const part = opened.get(entry.id)?.casework
    if (part?.state !== 'open') continue
    files.set(entry.subject.id, joined(files.get(entry.subject.id), personOfOpening(entry, part.fields)))
  }
  return files
}
