import type { EntryId, SubjectId } from '@sathi/domain/journal'
import { useParams } from '@tanstack/react-router'
import { WriteEntry, writePurposes } from './write-entry.tsx'

/** Amends, takes back, settles or mends one entry. */
export function WriteScreen() {
  const { subjectId = '', entryId = '', purpose: named } = useParams({ strict: false })
  const purpose = writePurposes.find((one) => one === named) ?? 'amend'
  return (
    <WriteEntry
      key={`${entryId} ${purpose}`}
      subject={subjectId as SubjectId}
      entry={entryId as EntryId}
      purpose={purpose}
    />
  )
}
