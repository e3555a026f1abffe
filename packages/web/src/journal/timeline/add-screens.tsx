import { findKind } from '@sathi/domain/catalogue'
import type { SubjectId } from '@sathi/domain/journal'
import { Link, useParams } from '@tanstack/react-router'
import { Page } from '../../ui/index.ts'
import { ChooseKind } from './choose-kind.tsx'
import { useTimelineSpeech } from './timeline-speech.ts'
import { AddEntry } from './write-entry.tsx'

/** What is to be written. */
export function AddScreen() {
  const { tell } = useTimelineSpeech()
  const { subjectId = '' } = useParams({ strict: false })
  return (
    <Page
      title={tell('add.title')}
      narrow
      back={
        <Link to="/notes/$subjectId" params={{ subjectId }} className="big-link">
          {tell('write.back')}
        </Link>
      }
    >
      <ChooseKind subject={subjectId as SubjectId} />
    </Page>
  )
}

/** The form of one kind. */
export function AddKindScreen() {
  const { tell } = useTimelineSpeech()
  const { subjectId = '', kind: name = '' } = useParams({ strict: false })
  const kind = findKind(name)
  if (kind === undefined || kind.subject !== 'case' || kind.opens)
    return (
      <Page title={tell('write.notThere')} narrow>
        {null}
      </Page>
    )
  return <AddEntry key={`${subjectId} ${name}`} kind={kind} subject={subjectId as SubjectId} />
}
