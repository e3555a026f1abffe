import { compartmentWords, fieldWords, findKind } from '@sathi/domain/catalogue'
import type { Compartment, Entry, SubjectId } from '@sathi/domain/journal'
import { useState } from 'react'
import { Button } from '../../ui/index.ts'
import { useOpenedDevice } from '../opened/opened-device.tsx'
import { Lock } from './lock-sign.tsx'
import { readersWords } from './readers-of.ts'
import { SealedWords } from './sealed-words.tsx'
import { useTimelineSpeech } from './timeline-speech.ts'

type SealedPartProps = {
  readonly entry: Entry
  readonly subject: SubjectId
  readonly compartment: Compartment
}

/** What an entry says in one compartment: shut until somebody opens it, who may read it in sight, and calm when she may not. */
export function SealedPart({ entry, subject, compartment }: SealedPartProps) {
  const speech = useTimelineSpeech()
  const { tell, word } = speech
  const { openedCases, openCompartment } = useOpenedDevice()
  const [opening, setOpening] = useState<'no' | 'yes' | 'failed'>('no')
  const answer = openedCases.get(subject)?.get(compartment)
  const said = answer?.state === 'open' ? answer.said.get(entry.id) : undefined
  const name = word(compartmentWords(compartment))
  const open = async () => {
    setOpening('yes')
    await openCompartment(subject, compartment).then(
      () => setOpening('no'),
      () => setOpening('failed'),
    )
  }
  if (said !== undefined) return <SealedLines entry={entry} said={said} />
  const isUnread = answer === undefined || (answer.state === 'open' && !answer.unreadable.includes(entry.id))
  return (
    <div className="sealed-part">
      <Lock />
      <div className="sealed-part-words">
        <p>{tell('sealed', { compartment: name })}</p>
        {answer?.state === 'not-yours' && <p className="small">{tell('notYours')}</p>}
        {answer?.state === 'open' && !isUnread && <p className="small">{tell('noKey')}</p>}
        <p className="small soft">{tell('readers', { roles: readersWords(speech, compartment) })}</p>
        <p className="small" role="status">
          {opening === 'failed' ? tell('openFailed') : ''}
        </p>
      </div>
      {isUnread && (
        <Button
          aria-label={tell('openAbout', { compartment: name })}
          isDisabled={opening === 'yes'}
          onPress={open}
        >
          {tell(opening === 'yes' ? 'opening' : 'open')}
        </Button>
      )}
    </div>
  )
}

function SealedLines({ entry, said }: { entry: Entry; said: Readonly<Record<string, unknown>> }) {
  const { word } = useTimelineSpeech()
  const declared = findKind(entry.kind)?.sealed ?? {}
  return (
    <dl className="sealed-lines">
      {Object.entries(said).map(([field, value]) => (
        <div key={field}>
          <dt>
            <Lock />{' '}
            {Object.hasOwn(declared, field)
              ? word(fieldWords(entry.kind, field))
              : field.replaceAll('_', ' ')}
          </dt>
          <dd>
            <SealedWords value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
