import {
  type ComparedFile,
  type Entry,
  type KeyPlace,
  keysOfPerson,
  type PersonKeys,
  personKeys,
  type SubjectId,
} from '@sathi/domain'
import { blindToken, type WebKey } from '@sathi/sealing'

/** What an opening of a case says of who she is, as it is compared with others: keys only, in clear as long as this runs. */
export function personOfOpening(entry: Entry, casework: Readonly<Record<string, unknown>>): ComparedFile {
  const person = personKeys({
    names: textsIn(casework.names, 'text'),
    parents: textsIn(casework.parents_names, 'text'),
    phones: textsIn(casework.phones, 'number'),
  })
  const { age, home_district } = entry.open
  const year = Number(entry.occurredOn.slice(0, 4))
  return {
    person,
    ...(typeof age === 'number' && { born: [year - age - 1, year - age] as const }),
    ...(typeof home_district === 'string' && { homeDistrict: home_district }),
  }
}

/** One file out of what several entries say: every name by which she was ever known, and the later facts. */
export function joined(earlier: ComparedFile | undefined, later: ComparedFile): ComparedFile {
  if (earlier === undefined) return later
  const both = (part: keyof PersonKeys) => [...earlier.person[part], ...later.person[part]]
  return {
    ...earlier,
    ...later,
    person: { names: both('names'), parents: both('parents'), phones: both('phones') } as PersonKeys,
  }
}

/** The tokens by which the server can find the file, with what each stands for. Of very many names not all. */
export async function tokensOf(
  indexKey: WebKey,
  { person }: ComparedFile,
): Promise<readonly { readonly place: KeyPlace; readonly token: string }[]> {
  return Promise.all(
    keysOfPerson(person)
      .slice(0, mostTokens)
      .map(async ([place, key]) => ({ place, token: await blindToken(indexKey, place, key) })),
  )
}

const mostTokens = 200

/** Two cases of which a person should look whether they are one. `other` is undefined where she may not know of it. */
export type FoundPair = {
  readonly subject: SubjectId
  readonly other: SubjectId | undefined
  readonly strength: 'likely' | 'possible'
  readonly because: readonly string[]
}

function textsIn(value: unknown, part: 'text' | 'number'): readonly string[] {
  if (!Array.isArray(value)) return []
  const items: readonly unknown[] = value
  return items.flatMap((item) => {
    const text =
      typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[part] : undefined
    return typeof text === 'string' ? [text] : []
  })
}
