import { type ReactNode, useId } from 'react'
import { StateMark } from '../../ui/index.ts'
import { faultWords } from './fault-words.ts'
import { useEntryForm, useFault } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { SaidApart } from './said-apart.tsx'
import { useSaidBefore } from './use-said-before.ts'

/** What a control needs to belong to its label, help and fault. */
export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

type FieldFrameProps = {
  readonly field: string
  readonly label: string
  readonly optional?: boolean
  readonly help?: ReactNode
  /** Several controls answer together: they stand in a group that the label names. */
  readonly group?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

/** One question: its label, help, what was said before, its control, and what is wrong with it. */
export function FieldFrame({
  field,
  label,
  optional = false,
  help,
  group = false,
  children,
}: FieldFrameProps) {
  const speech = useFormSpeech()
  const { idOf } = useEntryForm()
  const fault = useFault(field)
  const before = useSaidBefore(field)
  const inner = useId()
  const helpId = help === undefined ? undefined : `${inner}-help`
  const faultId = fault === undefined ? undefined : `${inner}-fault`
  const control: ControlProps = {
    id: `${inner}-control`,
    'aria-describedby': [helpId, faultId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': fault === undefined ? undefined : true,
  }
  const name = (
    <>
      {label}
      {optional && <span className="form-optional"> ({speech.tell('optional')})</span>}
    </>
  )
  const body = (
    <>
      {help !== undefined && (
        <p className="form-help" id={helpId}>
          {help}
        </p>
      )}
      <SaidApart field={field} />
      {children(control)}
      {before !== undefined && <p className="form-before">{speech.tell('before', { value: before })}</p>}
      {fault !== undefined && (
        <p className="form-fault" id={faultId}>
          <StateMark standing="stop" /> {faultWords(speech, fault)}
        </p>
      )}
    </>
  )
  if (group)
    return (
      <fieldset className="form-field" id={idOf(field)} aria-describedby={control['aria-describedby']}>
        <legend>{name}</legend>
        {body}
      </fieldset>
    )
  return (
    <div className="form-field" id={idOf(field)}>
      <label htmlFor={control.id}>{name}</label>
      {body}
    </div>
  )
}
