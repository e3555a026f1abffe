import { Link } from '@tanstack/react-router'
import type { SubjectView } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'
import { subjectName } from './subject-name.ts'

/** A subject by its code. Its address holds the id, never the code, because codes are written on paper files. */
export function SubjectLink({ subject }: { subject: SubjectView }) {
  return (
    <Link to="/subjects/$subjectId" params={{ subjectId: subject.id }} className="subject-link">
      {subjectName(useSpeech(), subject)}
    </Link>
  )
}
