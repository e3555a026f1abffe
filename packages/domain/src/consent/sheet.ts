import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { consentKinds, type consentLists } from './kinds.ts'

type Purpose = CodeOf<typeof consentLists.purposes>

/** A consent that has been given and not withdrawn. Whether it has expired depends on the day on which it is asked. */
export type StandingConsent = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly purpose: Purpose
  /** The one agency that it is for; absent when it names none. */
  readonly recipient?: string
  /** Agencies excepted from it by a later withdrawal that named them. */
  readonly except?: readonly string[]
  readonly expiresOn?: DayNumber
  readonly givenBy?: CodeOf<typeof consentLists.givers>
}

export type ConsentSheet = {
  readonly standing: readonly StandingConsent[]
  /** Purposes with a withdrawal after which nothing was given again. */
  readonly withdrawn?: readonly Purpose[]
}

/** What she agrees to now (CON-1 to CON-4). */
export const consentPart = sheetPart({
  name: 'consent',
  subject: 'case',
  kinds: consentKinds,
  fold: ({ consent_given, consent_withdrawn }): ConsentSheet => {
    const latest = new Map<string, Given>()
    for (const given of consent_given)
      latest.set(`${given.open.purpose} ${given.open.recipient ?? ''}`, given)
    const standing = [...latest.values()]
      .filter((given) => !consent_withdrawn.some((withdrawal) => endsWholly(withdrawal, given)))
      .map((given) => standingConsent(given, consent_withdrawn))
    const kept = new Set(standing.map((consent) => consent.purpose))
    const withdrawn = [...new Set(consent_withdrawn.map((withdrawal) => withdrawal.open.purpose))]
      .filter((purpose) => !kept.has(purpose))
      .sort()
    return recorded({ standing, withdrawn: unlessEmpty(withdrawn) })
  },
})

type Given = Fact<OpenOf<typeof consentKinds.consent_given>>
type Withdrawal = Fact<OpenOf<typeof consentKinds.consent_withdrawn>>

/** On one day a withdrawal counts as the later: in doubt she has not agreed. */
function comesAfter(withdrawal: Withdrawal, given: Given): boolean {
  return withdrawal.open.purpose === given.open.purpose && withdrawal.day >= given.day
}

function endsWholly(withdrawal: Withdrawal, given: Given): boolean {
  const { recipient } = withdrawal.open
  return comesAfter(withdrawal, given) && (recipient === undefined || recipient === given.open.recipient)
}

function standingConsent(given: Given, withdrawals: readonly Withdrawal[]): StandingConsent {
  const { open } = given
  const excepted = withdrawals
    .filter((withdrawal) => open.recipient === undefined && comesAfter(withdrawal, given))
    .flatMap((withdrawal) => withdrawal.open.recipient ?? [])
  return recorded({
    id: given.id,
    day: given.day,
    purpose: open.purpose,
    recipient: open.recipient,
    except: unlessEmpty([...new Set(excepted)].sort()),
    expiresOn: open.expires_on === undefined ? undefined : dayNumberOf(open.expires_on),
    givenBy: open.given_by,
  })
}
