import { agreementOfNames, type NameAgreement, type NameKeys } from './name-keys.ts'
import type { PersonKeys } from './person-keys.ts'

/** A file as it is compared with others: hashes of what is sealed, and what stands open anyway. */
export type ComparedFile = {
  readonly person: PersonKeys
  /** The years in which she may have been born, both included, as her age says. */
  readonly born?: readonly [earliest: number, latest: number]
  readonly homeDistrict?: string
}

export type CandidateReason = Exclude<NameAgreement, 'none'> | 'phone' | 'parent' | 'born' | 'district'

/** Two files that may be one person's. A person looks at both and decides; nothing is ever merged by itself. */
export type Candidate = {
  readonly strength: 'likely' | 'possible'
  readonly because: readonly CandidateReason[]
}

const strongest: readonly NameAgreement[] = ['same', 'contained', 'given', 'apart', 'none']

// Ages are told, not known: two years either way agree, and only more than five apart speak against it.
const yearsThatAgree = 2
const yearsThatContradict = 5

/**
 * Whether two files may be one person's (CAS-12 to CAS-15), by nothing but equality of keys or of their hashes:
 * - names that agree as a whole are possible, and likely with one further agreement (phone, parent, birth, district);
 * - a name of one word, and one that shares only the given name, needs more: see {@link strengthOf};
 * - one phone is always worth a look, though phones are shared.
 */
export function findCandidate(left: ComparedFile, right: ComparedFile): Candidate | undefined {
  const names = bestAgreement(left.person.names, right.person.names)
  const parents = bestAgreement(left.person.parents, right.person.parents)
  const years = yearsApart(left.born, right.born)
  const further: readonly CandidateReason[] = [
    ...(left.person.phones.some((phone) => right.person.phones.includes(phone)) ? (['phone'] as const) : []),
    ...(parents !== 'none' && parents !== 'apart' ? (['parent'] as const) : []),
    ...(years !== undefined && years <= yearsThatAgree ? (['born'] as const) : []),
    ...(left.homeDistrict !== undefined && left.homeDistrict === right.homeDistrict
      ? (['district'] as const)
      : []),
  ]
  const strength = strengthOf(names, further, {
    contradicted: years !== undefined && years > yearsThatContradict,
    bare: years === undefined && (left.homeDistrict === undefined || right.homeDistrict === undefined),
  })
  return strength && { strength, because: names === 'none' ? further : [names, ...further] }
}

function strengthOf(
  names: NameAgreement,
  further: readonly CandidateReason[],
  about: { readonly contradicted: boolean; readonly bare: boolean },
): Candidate['strength'] | undefined {
  const phone = further.includes('phone')
  if (about.contradicted && !phone) return names === 'same' || names === 'contained' ? 'possible' : undefined
  switch (names) {
    case 'same':
    case 'contained':
      return further.length > 0 ? 'likely' : 'possible'
    case 'given':
      if (further.length > 1) return 'likely'
      return further.length === 1 || about.bare ? 'possible' : undefined
    case 'apart':
      return phone || further.includes('parent') || further.length > 1 ? 'possible' : undefined
    case 'none':
      return phone ? 'possible' : undefined
  }
}

function bestAgreement(left: readonly NameKeys[], right: readonly NameKeys[]): NameAgreement {
  const all = new Set(left.flatMap((one) => right.map((other) => agreementOfNames(one, other))))
  return strongest.find((agreement) => all.has(agreement)) ?? 'none'
}

/** Years between two spans of years, 0 when they overlap; undefined when one of them is not known. */
function yearsApart(left: ComparedFile['born'], right: ComparedFile['born']): number | undefined {
  if (left === undefined || right === undefined) return undefined
  return Math.max(0, left[0] - right[1], right[0] - left[1])
}
