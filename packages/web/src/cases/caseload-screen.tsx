import { dayNumberOf, type Instant, type SubjectId } from '@sathi/domain/journal'
import { mayWrite, roleReads, rolesAt } from '@sathi/domain/staff'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import type { OpenDevice } from '../device/index.ts'
import { useOpenedDevice, useRead } from '../journal/index.ts'
import { Button, Notice, Page, Waiting } from '../ui/index.ts'
import { CaseCard } from './case-card.tsx'
import { type CaseRow, caseload } from './caseload.ts'
import { useCasesSpeech } from './cases-speech.ts'
import { NotRead } from './not-read.tsx'
import { searchCaseload } from './search-caseload.ts'
import { useNames } from './use-names.ts'
import './cases.css'

const readSheets = (device: OpenDevice) => device.listSheets()
const cardsAtOnce = 40

/** Whom she stands beside, in the order in which they need somebody today. */
export function CaseloadScreen() {
  const { tell } = useCasesSpeech()
  const { today } = useOpenedDevice()
  const reading = useRead(readSheets)
  const dayNumber = dayNumberOf(today)
  const sheets = reading.state === 'there' ? reading.value : undefined
  const rows = useMemo(() => sheets && caseload(sheets, dayNumber), [sheets, dayNumber])
  if (reading.state === 'failed') return <NotRead retry={reading.retry} />
  if (rows === undefined) return <Waiting words={tell('list.title')} />
  return <Page title={tell('list.title')}>{rows.length === 0 ? <NoCases /> : <Cases rows={rows} />}</Page>
}

function Cases({ rows }: { rows: readonly CaseRow[] }) {
  const { tell } = useCasesSpeech()
  const { today } = useOpenedDevice()
  const names = useNames()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(cardsAtOnce)
  const wanted = useDeferredValue(typed)
  const nameOf = ({ subject }: CaseRow) => names.find(subject)
  const found = searchCaseload(rows, wanted, nameOf)
  const cards = found.slice(0, shown)
  const left = found.length - cards.length
  return (
    <>
      <search className="stack">
        <label htmlFor="search" className="search-label">
          {tell('list.search')}
        </label>
        <input
          id="search"
          type="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="actions">
          <Button
            isDisabled={names.isOpening}
            onPress={() => names.toggle(cards.map(({ subject }) => subject))}
          >
            {tell(names.isOpening ? 'list.namesShowing' : names.areShown ? 'list.namesHide' : 'list.names')}
          </Button>
          <span className="small soft">{tell('list.namesWords')}</span>
        </div>
      </search>
      <p role="status">
        {wanted === ''
          ? tell('list.count', { count: rows.length })
          : tell(found.length === 0 ? 'list.none' : 'list.found', { count: found.length })}
      </p>
      <ul className="plain-list case-cards">
        {cards.map((row) => (
          <li key={row.subject}>
            <CaseCard row={row} name={nameOf(row)} today={dayNumberOf(today)} />
          </li>
        ))}
      </ul>
      <div className="actions">
        {left > 0 && (
          <Button onPress={() => setShown(shown + cardsAtOnce)}>
            {tell('list.more', { count: Math.min(left, cardsAtOnce) })}
          </Button>
        )}
        <NewFile />
      </div>
    </>
  )
}

/** Why there is nothing: her role has no cases, or none has come. */
function NoCases() {
  const { tell } = useCasesSpeech()
  const { device } = useOpenedDevice()
  const { access } = device.profile()
  const now = new Date().toISOString() as Instant
  const mayHave = access === undefined || rolesAt(access, now).some((role) => roleReads(role, 'case_opened'))
  return (
    <Notice standing="quiet" title={tell(mayHave ? 'list.empty' : 'list.noAccess')} actions={<NewFile />}>
      <p>{tell(mayHave ? 'list.emptyWords' : 'list.noAccessWords')}</p>
    </Notice>
  )
}

function NewFile() {
  const { tell } = useCasesSpeech()
  const { device } = useOpenedDevice()
  const { access } = device.profile()
  const now = new Date().toISOString() as Instant
  const nobody = { type: 'case', id: '' as SubjectId } as const
  if (access !== undefined && !mayWrite(access, 'case_opened', nobody, now)) return null
  return (
    <Link to="/notes/new" className="button">
      {tell('list.new')}
    </Link>
  )
}
