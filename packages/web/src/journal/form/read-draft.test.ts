import { getKind, kinds } from '@sathi/domain/catalogue'
import {
  type AnyKind,
  canonicalJson,
  type EntryId,
  languages,
  type PartialDate,
  type SubjectId,
} from '@sathi/domain/journal'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyDraft, type FormDraft, reopenDraft } from './draft.ts'
import { type Purpose, retractionOf, type SaidEntry, saysTheSame } from './entry-draft.ts'
import { readDraft } from './read-draft.ts'
import { anySaidEntry } from './testing/any-said-entry.ts'
import { takeOver, undecidedDraft, writeDraft } from './write-draft.ts'

const everyKind: readonly AnyKind[] = Object.values(kinds)
const subjectOf = (kind: AnyKind) => ({
  type: kind.subject,
  id: '00000000-0000-7000-9000-000000000001' as SubjectId,
})

function read(kind: AnyKind, draft: FormDraft, purpose: Purpose = { type: 'add' }, decided: string[] = []) {
  return readDraft(draft, { kind, subject: subjectOf(kind), purpose, decided })
}

function typed(kindName: string, open: FormDraft['open'], about: Partial<FormDraft> = {}): FormDraft {
  const empty = emptyDraft(getKind(kindName), '2021-03-05')
  return { ...empty, ...about, open: { ...empty.open, ...open } }
}

function problems(kindName: string, draft: FormDraft) {
  const reading = read(getKind(kindName), draft)
  return reading.ok ? [] : reading.faults.map(({ field, problem }) => `${field}: ${problem.type}`)
}

const followUp = { channel: 'home_visit', reached: 'survivor' }

describe('what a form says', () => {
  test.each(everyKind.map((kind) => [kind.name, kind] as const))(
    'JRN-13 a good %s written into the form reads back as the same',
    (_, kind) => {
      fc.assert(
        fc.property(anySaidEntry(kind), fc.constantFrom(...languages), (said, language) => {
          const reading = read(kind, writeDraft(kind, said, language))
          if (!reading.ok) throw new Error(canonicalJson(reading.faults))
          expect(reading.entry.open).toEqual(said.open)
          expect(reading.entry.occurredOn).toBe(said.occurredOn)
          expect(reading.entry.sealedFields).toEqual(said.sealedFields)
        }),
        { numRuns: 40 },
      )
    },
  )

  test('JRN-1 a fault names its field and never the value, whatever was typed', () => {
    const marker = 'Zqx9'
    fc.assert(
      fc.property(
        fc.constantFrom(...everyKind),
        fc.string({ maxLength: 8 }),
        fc.boolean(),
        (kind, around, days) => {
          const text = `${around}${marker} ?`
          const empty = emptyDraft(kind, days ? text : '2021')
          const draft: FormDraft = {
            ...empty,
            open: Object.fromEntries(
              Object.entries(empty.open).map(([name, before]) => [
                name,
                typeof before === 'string' ? text : [text],
              ]),
            ),
            sealed: {
              ...empty.sealed,
              ...('phones' in empty.sealed && {
                phones: {
                  holds: 'phones',
                  phones: [{ ...phone, number: text }],
                },
              }),
            },
          }
          const reading = read(kind, draft)
          if (reading.ok) return
          expect(JSON.stringify(reading.faults)).not.toContain(marker)
          const fields = ['occurred_on', ...Object.keys(kind.open), ...Object.keys(kind.sealed)]
          for (const { field } of reading.faults) expect(fields).toContain(field)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('asks for every required field, in the order of the declaration, and for the day', () => {
    expect(problems('follow_up', typed('follow_up', {}, { occurredOn: ' ' }))).toEqual([
      'occurred_on: missing',
      'channel: missing',
      'reached: missing',
    ])
  })

  test('JRN-11 leaves out what was not answered: it is never no and never zero', () => {
    const reading = read(getKind('follow_up'), typed('follow_up', { ...followUp, risk_flags: [' '] }))
    expect(reading).toMatchObject({ ok: true, entry: { open: followUp } })
  })

  test('JRN-12 takes numbers and dates in Bengali and Devanagari digits, and amounts grouped as people write them', () => {
    const month = {
      business_id: 'b-1',
      month: '২০২১-৩',
      sales: '১২,৩৪,৫৬৭.৫',
      costs: '१२,०००',
      drawings: '৫০০',
    }
    const reading = read(
      getKind('business_month'),
      typed('business_month', month, { occurredOn: '২০২১-৩-৫' }),
    )
    expect(reading).toMatchObject({
      entry: {
        occurredOn: '2021-03-05',
        open: { month: '2021-03', sales: 1234567.5, costs: 12000, drawings: 500 },
      },
    })
    expect(problems('business_month', typed('business_month', { ...month, sales: '1,5' }))).toEqual([
      'sales: range',
    ])
  })

  it('holds a score to its instrument, and says its range', () => {
    const draft = typed('assessment', { instrument: 'phq9', score: '২৮' })
    const reading = read(getKind('assessment'), draft)
    expect(reading).toMatchObject({
      ok: false,
      faults: [{ field: 'score', problem: { type: 'range', min: 0, max: 27 } }],
    })
    expect(read(getKind('assessment'), typed('assessment', { instrument: 'phq9', score: '২৭' })).ok).toBe(
      true,
    )
  })

  it('makes a code word of words', () => {
    const draft = typed('follow_up', { ...followUp, risk_flags: ['Job abroad', 'debt', 'debt'] })
    expect(read(getKind('follow_up'), draft)).toMatchObject({
      entry: { open: { risk_flags: ['job_abroad', 'debt'] } },
    })
  })

  it('takes a case only when it was chosen, by its id', () => {
    const chosen = '00000000-0000-7000-9000-000000000042'
    const interview = (case_code: string) => typed('study_interview', { interviewee: 'survivor', case_code })
    expect(problems('study_interview', interview('S-0042'))).toEqual(['case_code: shape'])
    expect(problems('study_interview', interview(chosen))).toEqual([])
  })

  it('takes a telephone only with whose it is', () => {
    const phones = (about: object) => ({
      ...emptyDraft(getKind('case_opened'), '2021').sealed,
      phones: { holds: 'phones' as const, phones: [{ ...phone, ...about }] },
    })
    const opened = { pathway: 'family', gender: 'Feminine', is_child: 'unknown' }
    const told = (about: object) => typed('case_opened', opened, { sealed: phones(about) })
    expect(problems('case_opened', told({ number: '০১৭১১-০০০০০০' }))).toEqual(['phones: phone-owner'])
    expect(problems('case_opened', told({ number: '12', whose: 'own' }))).toEqual(['phones: phone-number'])
    expect(read(getKind('case_opened'), told({ number: '০১৭১১-০০০০০০', whose: 'own' }))).toMatchObject({
      entry: { sealedFields: { casework: { phones: [{ number: '01711000000', whose: 'own' }] } } },
    })
    expect(problems('case_opened', told({}))).toEqual([])
  })
})

const phone = {
  number: '',
  whose: '',
  others: '',
  call: '',
  text: '',
  message: '',
  sayWeAre: '',
  days: [],
  hours: '',
  codeWord: '',
  dangerWord: '',
}

function said(number: number, about: Partial<SaidEntry> = {}): SaidEntry {
  return {
    id: `00000000-0000-7000-8000-00000000000${number}` as EntryId,
    version: 1,
    occurredOn: '2021-03-05' as PartialDate,
    open: followUp,
    sealedFields: { casework: { narrative: 'ভালো আছেন' } },
    unreadable: [],
    ...about,
  }
}

describe('an amendment', () => {
  const kind = getKind('follow_up')

  it('says everything anew, names what it amends, and is none when nothing was changed', () => {
    const before = said(1)
    const same = read(kind, writeDraft(kind, before, 'bn'), { type: 'amend', said: before })
    if (!same.ok) throw new Error('not read')
    expect(same.entry).toMatchObject({
      amends: before.id,
      open: before.open,
      sealedFields: before.sealedFields,
    })
    expect(saysTheSame(before, same.entry)).toBe(true)
    const draft = { ...writeDraft(kind, before, 'bn') }
    const changed = read(
      kind,
      { ...draft, open: { ...draft.open, safe: 'no' } },
      { type: 'amend', said: before },
    )
    expect(changed.ok && saysTheSame(before, changed.entry)).toBe(false)
    expect(changed).toMatchObject({ entry: { open: { ...followUp, safe: 'no' } } })
  })

  it('that rubs a sealed field out says so, and leaves alone a part that could not be read', () => {
    const before = said(1)
    const draft = writeDraft(kind, before, 'en')
    const rubbed = { ...draft, sealed: { narrative: { holds: 'text' as const, text: '' } } }
    expect(read(kind, rubbed, { type: 'amend', said: before })).toMatchObject({
      entry: { sealedFields: { casework: {} } },
    })
    const closed = said(1, { sealedFields: {}, unreadable: ['casework'] })
    const reading = read(kind, draft, { type: 'amend', said: closed })
    expect(reading.ok && reading.entry.sealedFields).toEqual({})
  })

  test('JRN-2 keeps what a later version of the kind says', () => {
    const later = said(1, {
      version: 7,
      open: { ...followUp, of_tomorrow: 'x' },
      sealedFields: { casework: { narrative: 'a', tomorrow: 'b' } },
    })
    const reading = read(kind, writeDraft(kind, later, 'hi'), { type: 'amend', said: later })
    expect(reading).toMatchObject({
      entry: { version: 7, open: later.open, sealedFields: later.sealedFields },
    })
  })
})

describe('the settling of amendments made apart', () => {
  const kind = getKind('follow_up')
  const one = said(1, { open: { ...followUp, safe: 'yes' } })
  const other = said(2, { open: { ...followUp, safe: 'no' }, occurredOn: '2021-03-06' as PartialDate })
  const purpose: Purpose = { type: 'settle', heads: [one, other] }

  it('asks what holds for each field on which they differ, and only for those', () => {
    const reading = read(kind, undecidedDraft(kind, [one, other], 'en'), purpose)
    expect(!reading.ok && reading.faults).toEqual([
      { field: 'occurred_on', problem: { type: 'undecided' } },
      { field: 'safe', problem: { type: 'undecided' } },
    ])
  })

  it('amends the shown one and settles the other, with what was chosen', () => {
    const safe = takeOver(kind, undecidedDraft(kind, [one, other], 'bn'), other, 'safe', 'bn')
    const draft = takeOver(kind, safe, one, 'occurred_on', 'bn')
    expect(read(kind, draft, purpose, ['safe', 'occurred_on'])).toMatchObject({
      entry: {
        amends: one.id,
        settles: [other.id],
        occurredOn: '2021-03-05',
        open: { safe: 'no' },
        sealedFields: one.sealedFields,
      },
    })
  })
})

test('JRN-14 a retraction says nothing but what it takes back', () => {
  const kind = getKind('follow_up')
  expect(retractionOf(kind, subjectOf(kind), said(3), '2021-04-01' as PartialDate)).toEqual({
    kind: 'follow_up',
    version: 1,
    subject: subjectOf(kind),
    occurredOn: '2021-04-01',
    open: {},
    sealedFields: {},
    retracts: said(3).id,
  })
})

test('a kept draft comes back as it was typed, without what the form no longer has', () => {
  const kind = getKind('follow_up')
  const draft = typed('follow_up', { channel: 'phone', due_on: '২০২১-' })
  expect(reopenDraft(kind, JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  const older = { ...draft, open: { ...draft.open, risk_flags: 'debt', gone: 'x' } }
  expect(reopenDraft(kind, older)?.open).toEqual({ ...draft.open, risk_flags: [] })
  expect(reopenDraft(getKind('case_closed'), draft)).toBeUndefined()
})
