import type { Entry, PartialDate, SubjectId, SubjectType } from '@sathi/domain'
import { anEntry } from '../../../../domain/src/journal/builders.ts'
import { openTestDatabase, type TestStore } from '../../database/testing/open-test-database.ts'
import { createOrganisation, type Organisation } from '../create-organisation.ts'
import type { AppendOutcome, Submission } from '../submission.ts'

/** An invented organisation in a store of its own. */
export async function anOrganisation(): Promise<TestStore & { readonly organisation: Organisation }> {
  const store = await openTestDatabase()
  return { ...store, organisation: await anotherOrganisation(store) }
}

/** One more invented organisation in the same store. */
export function anotherOrganisation({ database }: TestStore): Promise<Organisation> {
  return createOrganisation(database, { name: 'Shobuj Pata', synthetic: true })
}

/** A subject id made of a small number. */
export function aSubjectId(number: number): SubjectId {
  return `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as SubjectId
}

/** An entry in the journal of the invented case of that number; it brings the case's code. */
export function ofCase(caseNumber: number, entryNumber: number, about: Partial<Entry> = {}): Submission {
  return { entry: aFact('case', caseNumber, entryNumber, about), subjectCode: `C-${caseNumber}` }
}

/** An entry in the journal of a subject of any type. */
export function aFact(
  type: SubjectType,
  subjectNumber: number,
  entryNumber: number,
  about: Partial<Entry> = {},
): Entry {
  return anEntry(entryNumber, { subject: { type, id: aSubjectId(subjectNumber) }, ...about })
}

/** The opening of an invented case. */
export function opening(caseNumber: number, entryNumber: number): Submission {
  return ofCase(caseNumber, entryNumber, {
    kind: 'case_opened',
    occurredOn: '2021-01-05' as PartialDate,
    open: { pathway: 'shelter', gender: 'Feminine', is_child: 'no' },
  })
}

/** What became of each submission, in a word: `stored 3`, `already-stored 3`, or the reason of the refusal. */
export function inWords(outcomes: readonly AppendOutcome[]): string[] {
  return outcomes.map((outcome) =>
    outcome.state === 'refused' ? outcome.refusal.reason : `${outcome.state} ${outcome.position}`,
  )
}
