import { kindWords } from '@sathi/domain/catalogue'
import type { AnyKind, Day, PartialDate, SubjectRef } from '@sathi/domain/journal'
import type { ReactNode } from 'react'
import { Button, Notice } from '../../ui/index.ts'
import { fieldLines } from '../field-lines.ts'
import { retractionOf, type SaidEntry } from './entry-draft.ts'
import type { FormPorts } from './form-ports.ts'
import { useFormSpeech } from './form-speech.ts'
import { useSave } from './use-save.ts'
import './form.css'

type RetractQuestionProps = {
  readonly kind: AnyKind
  readonly subject: SubjectRef
  readonly said: SaidEntry
  readonly today: Day
  readonly onSave: FormPorts['onSave']
  readonly onKeep: () => void
  readonly after?: ReactNode
}

/** Asks once more before an entry is taken back, showing what it says. */
export function RetractQuestion({ kind, subject, said, today, onSave, onKeep, after }: RetractQuestionProps) {
  const speech = useFormSpeech()
  const { tell, word, formats } = speech
  const { saving, save } = useSave(onSave)
  if (saving.state === 'saved')
    return <Notice standing="good" title={tell('retract.done')} spoken="status" actions={after} />
  const retract = () => save(retractionOf(kind, subject, said, today as string as PartialDate))
  return (
    <section className="entry-form">
      <h2>{tell('retract.title')}</h2>
      <article className="sheet">
        <p>
          <strong>{word(kindWords(kind.name))}</strong>, {formats.day(said.occurredOn)}
        </p>
        <dl className="retract-fields">
          {fieldLines(speech, { kind: kind.name, open: said.open }).map(({ field, label, value }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </article>
      <p>{tell('retract.words')}</p>
      {saving.state === 'refused' && (
        <Notice standing="stop" title={tell('refused')} spoken="alert">
          {saving.words !== undefined && <p>{word(saving.words)}</p>}
        </Notice>
      )}
      <div className="actions">
        <Button weight="strong" isDisabled={saving.state === 'saving'} onPress={retract}>
          {tell('retract.go')}
        </Button>
        <Button onPress={onKeep}>{tell('retract.keep')}</Button>
      </div>
    </section>
  )
}
