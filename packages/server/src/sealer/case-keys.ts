import type { Compartment, MemberId, SubjectId } from '@sathi/domain'
import {
  type CompartmentWrapPlace,
  createCompartmentKey,
  openWrap,
  type WebKey,
  wrapCompartmentKey,
} from '@sathi/sealing'
import type { Transaction } from '../database/index.ts'
import {
  insertNewKeys,
  type KeyName,
  type NewWrap,
  readVersions,
  readWraps,
  type StoredWrap,
  tellNewWraps,
} from './key-store.ts'
import type { MemberAtHand } from './member-at-hand.ts'
import type { TrustedMember } from './trusted-members.ts'
import { findVouchedWrap, vouchForWrap } from './vouched-wrap.ts'

export type CaseKey = { readonly version: number; readonly key: WebKey }

/** The keys of compartments as far as the member at hand holds them, and those that are made on first need. */
export type CaseKeys = {
  /** Reads what is stored about the keys of these subjects; asked before the others, a batch at a time. */
  load(subjects: readonly SubjectId[]): Promise<void>
  /** The key that a part was sealed under; undefined when she holds none. */
  find(name: KeyName): Promise<WebKey | undefined>
  /** The key to seal under: the newest if she holds it and somebody trusted vouches for it, or else one more version. */
  getToSeal(subject: SubjectId, compartment: Compartment): Promise<CaseKey>
  /** Stores the keys that were made, with their wraps, and tells the devices of those who hold them. */
  keepNew(): Promise<void>
}

/** Whom a new key is wrapped to, with their public keys. */
export type HoldersOf = (subject: SubjectId, compartment: Compartment) => readonly Holder[]

export type Holder = { readonly holder: MemberId | 'recovery'; readonly publicKey: string }

export function openCaseKeys(
  tx: Transaction,
  member: MemberAtHand,
  trusted: ReadonlyMap<string, TrustedMember>,
  holdersOf: HoldersOf,
): CaseKeys {
  const loaded = new Set<SubjectId>()
  const wraps = new Map<string, StoredWrap>()
  const newest = new Map<string, number>()
  const opened = new Map<string, Promise<WebKey | undefined>>()
  const toSeal = new Map<string, Promise<CaseKey>>()
  const made: KeyName[] = []
  const madeWraps: NewWrap[] = []

  const placeFor = ({ subject, compartment, version }: KeyName, holderId: string): CompartmentWrapPlace => ({
    organisationId: member.orgId,
    subjectId: subject,
    compartment,
    keyVersion: version,
    holderId,
  })

  const open = async (name: KeyName): Promise<WebKey | undefined> => {
    const stored = wraps.get(nameIn(name))
    const place = placeFor(name, member.id)
    const vouched = stored && findVouchedWrap(stored.wrap, place)
    if (vouched === undefined) return undefined
    for (const pair of member.sealing) {
      const key = await openWrap(vouched.wrapped, pair, place)
      if (key.state === 'open') return key.value
    }
    return undefined
  }

  const find = (name: KeyName): Promise<WebKey | undefined> => {
    const spelled = nameIn(name)
    const known = opened.get(spelled) ?? open(name)
    opened.set(spelled, known)
    return known
  }

  const isVouched = async (name: KeyName): Promise<boolean> => {
    const stored = wraps.get(nameIn(name))
    const vouched = stored && findVouchedWrap(stored.wrap, placeFor(name, member.id))
    if (stored === undefined || vouched === undefined) return false
    const maker = trusted.get(`${stored.madeBy} ${vouched.keyNumber}`)
    return maker !== undefined && vouched.isVouchedBy(maker)
  }

  const make = async (name: KeyName): Promise<CaseKey> => {
    const key = await createCompartmentKey()
    made.push(name)
    for (const { holder, publicKey } of holdersOf(name.subject, name.compartment)) {
      const place = placeFor(name, holder)
      const wrapped = await wrapCompartmentKey(key, publicKey, place)
      madeWraps.push({ ...name, holder, wrap: await vouchForWrap(wrapped, place, member) })
    }
    opened.set(nameIn(name), Promise.resolve(key))
    return { version: name.version, key }
  }

  const findOrMake = async (subject: SubjectId, compartment: Compartment): Promise<CaseKey> => {
    const version = newest.get(`${subject} ${compartment}`) ?? 0
    const name = { subject, compartment, version }
    // Never under an older version: whoever lost access may have kept that.
    const key = version > 0 && (await isVouched(name)) ? await find(name) : undefined
    if (key !== undefined) return { version, key }
    return make({ subject, compartment, version: version + 1 })
  }

  return {
    async load(subjects) {
      const fresh = [...new Set(subjects)].filter((subject) => !loaded.has(subject))
      if (fresh.length === 0) return
      for (const subject of fresh) loaded.add(subject)
      for (const wrap of await readWraps(tx, member.id, fresh)) wraps.set(nameIn(wrap), wrap)
      for (const { subject, compartment, version } of await readVersions(tx, fresh)) {
        newest.set(`${subject} ${compartment}`, version)
      }
    },
    find,
    getToSeal(subject, compartment) {
      const spelled = `${subject} ${compartment}`
      const key = toSeal.get(spelled) ?? findOrMake(subject, compartment)
      toSeal.set(spelled, key)
      return key
    },
    async keepNew() {
      await insertNewKeys(tx, member.id, made, madeWraps)
      await tellNewWraps(tx, madeWraps)
    },
  }
}

function nameIn({ subject, compartment, version }: KeyName): string {
  return `${subject} ${compartment} ${version}`
}
