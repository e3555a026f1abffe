import type { SubjectId } from '@sathi/domain/journal'
import { lazy, Suspense } from 'react'
import type { JournalEntry } from '../device/index.ts'
import { journalParts } from '../journal/index.ts'
import { Section } from '../ui/index.ts'
import { useCasesSpeech } from './cases-speech.ts'

const SealedPart = lazy(async () => ({ default: (await journalParts.sealedPart()).SealedPart }))

type PersonProps = { readonly journal: readonly JournalEntry[]; readonly subject: SubjectId }

/** Who she is and how she is reached safely, shut until somebody opens it: from the latest opening that holds something sealed. */
export function Person({ journal, subject }: PersonProps) {
  const { tell } = useCasesSpeech()
  const amended = new Set(journal.flatMap(({ entry }) => entry.amends ?? []))
  const opening = journal
    .map(({ entry }) => entry)
    .filter(({ id, kind, retracts }) => kind === 'case_opened' && retracts === undefined && !amended.has(id))
    .findLast(({ sealed }) => sealed?.casework !== undefined)
  return (
    <Section title={tell('file.person')}>
      {opening === undefined ? (
        <p>{tell('file.personNot')}</p>
      ) : (
        <div className="sheet person">
          <Suspense>
            <SealedPart entry={opening} subject={subject} compartment="casework" />
          </Suspense>
        </div>
      )}
    </Section>
  )
}
