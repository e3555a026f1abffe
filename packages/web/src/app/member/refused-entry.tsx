import { findKind, kindWords } from '@sathi/domain/catalogue'
import type { RefusedItem } from '@sathi/sync/device'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { newCaseCode } from '../../cases/index.ts'
import { journalParts, useOpenedDevice } from '../../journal/index.ts'
import { Button, StateMark } from '../../ui/index.ts'
import { useMemberSpeech } from './member-speech.ts'

type RefusedEntryProps = { readonly refused: RefusedItem; readonly code: string | undefined }

/** One entry that the office has not taken: why, and what can be done. It stays until somebody decides. */
export function RefusedEntry({ refused, code }: RefusedEntryProps) {
  const { tell, word, formats, language } = useMemberSpeech()
  const { device } = useOpenedDevice()
  const [step, setStep] = useState<'ways' | 'drop' | 'copied'>('ways')
  const { item, refusal, way, waiting } = refused
  const { entry } = item.submission
  const kind = findKind(entry.kind)
  const name = kind === undefined ? entry.kind : word(kindWords(entry.kind))
  const isSaying = entry.retracts === undefined && kind !== undefined
  const mends = way === 'write-again' || way === 'seal-again'
  return (
    <article className="refused">
      <h3>{tell('refused.one', { kind: name, day: formats.day(entry.occurredOn) })}</h3>
      {code !== undefined && (
        <p className="small">
          <Link to="/notes/$subjectId" params={{ subjectId: entry.subject.id }}>
            {code}
          </Link>
        </p>
      )}
      <p className="room-mark">
        <StateMark standing="notice" />
        <span>{tell(`why.${refusal.reason}`)}</span>
      </p>
      {waiting.length > 0 && (
        <p className="small soft">{tell('refused.waiting', { count: waiting.length })}</p>
      )}
      {way === 'other-code' && <OtherCode subject={entry.subject.id} />}
      {step === 'drop' ? (
        <div className="stack">
          <p>{tell('refused.dropAsk')}</p>
          <div className="actions">
            <Button onPress={() => device.giveUp(entry.id)}>{tell('refused.dropYes')}</Button>
            <Button weight="strong" onPress={() => setStep('ways')}>
              {tell('refused.dropNo')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          {mends && isSaying && (
            <Link
              to="/notes/$subjectId/entries/$entryId/$purpose"
              params={{ subjectId: entry.subject.id, entryId: entry.id, purpose: 'mend' }}
              className="button strong"
            >
              {tell('refused.mend')}
            </Link>
          )}
          {way !== 'other-code' && (
            <Button onPress={() => device.sendAgain(entry.id)}>{tell('refused.again')}</Button>
          )}
          {isSaying && !kind.opens && (
            <Button
              onPress={async () => {
                const { copyToNewEntry } = await journalParts.copy()
                await copyToNewEntry(device, entry, language)
                setStep('copied')
              }}
            >
              {tell('refused.copy')}
            </Button>
          )}
          <Button weight="quiet" onPress={() => setStep('drop')}>
            {tell('refused.drop')}
          </Button>
        </div>
      )}
      <p role="status" className="small">
        {step === 'copied' ? tell('refused.copied') : ''}
      </p>
    </article>
  )
}

function OtherCode({ subject }: { subject: RefusedItem['item']['submission']['entry']['subject']['id'] }) {
  const { tell } = useMemberSpeech()
  const { device } = useOpenedDevice()
  const [code, setCode] = useState(newCaseCode)
  return (
    <form
      className="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') device.chooseCode(subject, code.trim())
      }}
    >
      <label htmlFor={`code-${subject}`}>{tell('refused.code')}</label>
      <input
        id={`code-${subject}`}
        type="text"
        autoComplete="off"
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <div>
        <Button type="submit" weight="strong">
          {tell('refused.codeGo')}
        </Button>
      </div>
    </form>
  )
}
