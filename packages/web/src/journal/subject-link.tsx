import { subjectWords } from '@sathi/domain/catalogue'
import { Link } from '@tanstack/react-router'
import type { SubjectView } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'

/** A subject by its code. Its address holds the id, never the code, because codes are written on paper files. */
export function SubjectLink({ subject: { type, id, code } }: { subject: SubjectView }) {
  const { word } = useSpeech()
  return (
    <Link to="/subjects/$subjectId" params={{ subjectId: id }} className="subject-link">
      {word(subjectWords(type))} {code}
    </Link>
  )
}
