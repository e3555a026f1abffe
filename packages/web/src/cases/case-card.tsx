import type { DayNumber } from '@sathi/domain/journal'
import { Link } from '@tanstack/react-router'
import { StateMark } from '../ui/index.ts'
import { type CaseRow, howPressing } from './caseload.ts'
import { useCasesSpeech } from './cases-speech.ts'
import { agoWords, dueWords, markOf, phaseWords } from './row-words.ts'

type CaseCardProps = {
  readonly row: CaseRow
  readonly name: string | undefined
  readonly today: DayNumber
}

/** One case of the caseload: who, what is due, where she is, when anybody last saw her. */
export function CaseCard({ row, name, today }: CaseCardProps) {
  const speech = useCasesSpeech()
  const { tell } = speech
  const pressing = howPressing(row, today)
  const mark = markOf[pressing]
  return (
    <article className={`case-card ${pressing}`}>
      <h2>
        <Link to="/notes/$subjectId" params={{ subjectId: row.subject }}>
          {name ?? row.code ?? tell('code.none')}
        </Link>
        {name !== undefined && <span className="small soft"> {row.code}</span>}
      </h2>
      {pressing !== 'closed' && (
        <p className="case-due">
          {mark !== undefined && <StateMark standing={mark} />}
          <span>{dueWords(speech, row, today)}</span>
        </p>
      )}
      <p className="small">{phaseWords(speech, row.phase)}</p>
      <p className="small soft">
        {row.lastContact === undefined
          ? tell('contact.none')
          : tell('contact.last', { when: agoWords(speech, row.lastContact, today) })}
      </p>
      {(row.isAtHighRisk || row.isUnsettled || row.unsent > 0) && (
        <ul className="plain-list case-marks small">
          {row.isAtHighRisk && <li className="case-risk">{tell('risk.high')}</li>}
          {row.isUnsettled && <li>{tell('mark.unsettled')}</li>}
          {row.unsent > 0 && <li className="soft">{tell('mark.unsent', { count: row.unsent })}</li>}
        </ul>
      )}
    </article>
  )
}
