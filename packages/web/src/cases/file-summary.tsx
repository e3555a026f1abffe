import { codeWords } from '@sathi/domain/catalogue'
import { dayNumberOf } from '@sathi/domain/journal'
import { repatriationLists } from '@sathi/domain/repatriation'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Sheet } from '../device/index.ts'
import { journalParts, useOpenedDevice } from '../journal/index.ts'
import { StateMark } from '../ui/index.ts'
import { caseRow, howPressing, type Phase } from './caseload.ts'
import { type CasesSpeech, useCasesSpeech } from './cases-speech.ts'
import { agoWords, dueWords, markOf, phaseWords } from './row-words.ts'

const WordSaid = lazy(async () => ({ default: (await journalParts.word()).WordSaid }))

/** What a file comes to at a glance, from the parts of its sheet that this member holds. */
export function FileSummary({ sheet }: { sheet: Sheet }) {
  const speech = useCasesSpeech()
  const { tell } = speech
  const { today } = useOpenedDevice()
  const now = dayNumberOf(today)
  const row = caseRow(sheet, now)
  const { aftercare, repatriation, consent, assessments } = sheet.parts
  const mark = markOf[howPressing(row, now)]
  const lines: readonly (readonly [string, ReactNode])[] = [
    [tell('file.last'), row.lastContact === undefined ? undefined : agoWords(speech, row.lastContact, now)],
    [tell('file.risks'), aftercare?.risks && <Risks risks={aftercare.risks} />],
    [tell('file.goals'), listed(aftercare?.goals?.map(({ domain }) => code(speech, 'goal_domains', domain)))],
    [
      tell('file.stuck'),
      listed(repatriation?.blocks?.map(({ reason }) => code(speech, 'block_reasons', reason))),
    ],
    [
      tell('file.consent'),
      listed(
        consent?.standing
          .filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= now)
          .map(({ purpose }) => code(speech, 'consent_purposes', purpose)),
      ),
    ],
    [tell('file.score'), listed(lastScores(speech, assessments))],
  ]
  return (
    <section className="section" aria-label={tell('file.summary')}>
      {row.phase.type !== 'closed' && (
        <p className="case-due">
          {mark !== undefined && <StateMark standing={mark} />}
          <span>{dueWords(speech, row, now)}</span>
        </p>
      )}
      <p>{phaseWords(speech, row.phase)}</p>
      {row.phase.type === 'road' && <Road stage={row.phase.stage} />}
      <dl className="summary">
        {lines.map(([label, said]) =>
          said === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

/** The road home as a line of stages, gone as far as the last one reached. */
function Road({ stage }: { stage: Extract<Phase, { type: 'road' }>['stage'] }) {
  const { tell, word, formats } = useCasesSpeech()
  const { codes } = repatriationLists.stages
  const at = codes.indexOf(stage)
  const words = codeWords('repatriation_stages', stage)
  const label = `${tell('file.onRoad')}: ${words === undefined ? stage : word(words)}, ${formats.count(at + 1)}/${formats.count(codes.length)}`
  return (
    <div role="img" aria-label={label}>
      <ol className="plain-list road" aria-hidden="true">
        {codes.map((one, index) => (
          <li key={one} className={index <= at ? 'gone' : ''} />
        ))}
      </ol>
    </div>
  )
}

function Risks({ risks }: { risks: readonly { flag: string; level?: string }[] }) {
  const speech = useCasesSpeech()
  return (
    <ul className="plain-list">
      {risks.map(({ flag, level }) => (
        <li key={flag}>
          <Suspense fallback={flag.replaceAll('_', ' ')}>
            <WordSaid kind="risk_raised" field="flag" word={flag} />
          </Suspense>
          {level !== undefined && ` (${code(speech, 'risk_levels', level)})`}
        </li>
      ))}
    </ul>
  )
}

function lastScores(
  speech: CasesSpeech,
  assessments: Sheet['parts']['assessments'],
): readonly string[] | undefined {
  return Object.entries(assessments?.scores ?? {}).map(
    ([instrument, scores]) =>
      `${code(speech, 'instruments', instrument)}: ${speech.formats.decimal(scores?.at(-1)?.[2] ?? 0)}`,
  )
}

function code({ word }: CasesSpeech, list: string, one: string): string {
  const words = codeWords(list, one)
  return words === undefined ? one.replaceAll('_', ' ') : word(words)
}

function listed(words: readonly string[] | undefined): string | undefined {
  return words === undefined || words.length === 0 ? undefined : words.join(', ')
}
