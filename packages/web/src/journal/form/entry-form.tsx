import type { AnyKind, Day, SubjectRef } from '@sathi/domain/journal'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button, Notice } from '../../ui/index.ts'
import { type EntryDraft, type Purpose, saysTheSame } from './entry-draft.ts'
import { FaultSummary } from './fault-summary.tsx'
import { dayField, fieldOrder } from './field-order.ts'
import { type EntryFormState, FormProvider } from './form-context.ts'
import { FormFields } from './form-fields.tsx'
import type { FormPorts } from './form-ports.ts'
import { useFormSpeech } from './form-speech.ts'
import { FoundAgain, KeptLine } from './kept-draft.tsx'
import { readDraft } from './read-draft.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSave } from './use-save.ts'
import './form.css'

type EntryFormProps = {
  readonly kind: AnyKind
  readonly subject: SubjectRef
  readonly purpose: Purpose
  readonly today: Day
  readonly ports: FormPorts
  /** Where to go from here, shown once the entry is saved. */
  readonly after?: ReactNode
}

/** The form of a kind of entry, made from its declaration: to add one, to amend one, or to settle two amendments made apart. */
export function EntryForm({ kind, subject, purpose, today, ports, after }: EntryFormProps) {
  const { tell, word, language } = useFormSpeech()
  const form = useFormDraft({ kind, purpose, today, language, ports })
  const { saving, save, goOnWriting } = useSave(ports.onSave)
  const { keeping, letGo, throwAway } = useKeptDraft(ports, form.draft, form.isTouched)
  const [attempt, setAttempt] = useState(0)
  const [isUnchanged, setUnchanged] = useState(false)
  const prefix = useId()
  const { draft, decided } = form
  const read = () => readDraft(draft, { kind, subject, purpose, decided })
  const reading = attempt > 0 ? read() : undefined
  const state: EntryFormState = {
    kind,
    purpose,
    today,
    ports,
    draft,
    setDay: (occurredOn) => form.set(dayField, (before) => ({ ...before, occurredOn })),
    setOpen: (field, text) =>
      form.set(field, (before) => ({ ...before, open: { ...before.open, [field]: text } })),
    setSealed: (field, sealed) =>
      form.set(field, (before) => ({ ...before, sealed: { ...before.sealed, [field]: sealed } })),
    take: form.take,
    isDecided: (field) => decided.includes(field),
    faults: reading?.ok === false ? reading.faults : [],
    idOf: (field) => `${prefix}-${field}`,
  }
  const beginAnew = () => {
    form.beginAnew()
    setAttempt(0)
    throwAway()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = read()
    setUnchanged(outcome.ok && saysNothingNew(purpose, outcome.entry))
    if (!outcome.ok) {
      goOnWriting()
      return setAttempt(attempt + 1)
    }
    if (saysNothingNew(purpose, outcome.entry)) return
    if (await save(outcome.entry)) await letGo()
  }
  if (saving.state === 'saved')
    return (
      <Notice standing="good" title={tell('saved')} spoken="status" actions={after}>
        <p>{tell('savedWords')}</p>
      </Notice>
    )
  const { first, more } = fieldOrder(kind)
  return (
    <FormProvider value={state}>
      <form className="entry-form" noValidate autoComplete="off" onSubmit={submit}>
        <FoundAgain found={form.found} onBeginAnew={beginAnew} onTakeUp={form.takeUp} />
        {purpose.type !== 'add' && (
          <p className="lead">{tell(purpose.type === 'amend' ? 'amending' : 'settling')}</p>
        )}
        <FaultSummary attempt={attempt} />
        <FormFields fields={first} />
        {more.length > 0 && (
          <details className="form-more" open={opensMore(purpose, more, state) || undefined}>
            <summary>{tell('more')}</summary>
            <p className="form-help">{tell('moreWords')}</p>
            <FormFields fields={more} />
          </details>
        )}
        {isUnchanged && <Notice standing="quiet" title={tell('unchanged')} spoken="status" />}
        {saving.state === 'refused' && (
          <Notice standing="stop" title={tell('refused')} spoken="alert">
            {saving.words !== undefined && <p>{word(saving.words)}</p>}
            <p>{tell('failedWords')}</p>
          </Notice>
        )}
        <div className="form-end">
          <Button type="submit" weight="strong" isDisabled={saving.state === 'saving'}>
            {tell(saving.state === 'saving' ? 'saving' : 'save')}
          </Button>
          <KeptLine keeping={keeping} />
        </div>
      </form>
    </FormProvider>
  )
}

function saysNothingNew(purpose: Purpose, entry: EntryDraft): boolean {
  return purpose.type === 'amend' && saysTheSame(purpose.said, entry)
}

/** What needs mending or deciding is never folded away, nor what an amended entry says. */
function opensMore(purpose: Purpose, more: readonly string[], { faults }: EntryFormState): boolean {
  return purpose.type !== 'add' || faults.some(({ field }) => more.includes(field))
}
