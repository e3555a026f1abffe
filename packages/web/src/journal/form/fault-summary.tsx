import { fieldWords } from '@sathi/domain/catalogue'
import { useEffect, useRef } from 'react'
import { StateMark } from '../../ui/index.ts'
import { faultWords } from './fault-words.ts'
import { dayField, fieldOrder } from './field-order.ts'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'

/** Everything that keeps the form from being saved, with a way to each place. It takes the focus when saving fails. */
export function FaultSummary({ attempt }: { attempt: number }) {
  const speech = useFormSpeech()
  const { faults: found, kind, idOf } = useEntryForm()
  const { first, more } = fieldOrder(kind)
  const order = [...first, ...more]
  const faults = found.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (attempt > 0) frame.current?.focus()
  }, [attempt])
  if (faults.length === 0) return null
  const { tell, word } = speech
  return (
    <section
      className="callout stop fault-summary"
      tabIndex={-1}
      ref={frame}
      aria-label={tell('faultsTitle', { count: faults.length })}
    >
      <StateMark standing="stop" />
      <div className="callout-words">
        <p className="callout-title">{tell('faultsTitle', { count: faults.length })}</p>
        <p>{tell('faultsWords')}</p>
        <ul className="plain-list">
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.row ?? ''} ${fault.problem.type}`}>
              <button type="button" className="fault-link" onClick={() => goTo(idOf(fault.field))}>
                {fault.field === dayField ? tell('day') : word(fieldWords(kind.name, fault.field))}:{' '}
                {faultWords(speech, fault)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** To the control of a field, unfolding what hides it. */
function goTo(id: string): void {
  const frame = document.getElementById(id)
  const folded = frame?.closest('details')
  if (folded) folded.open = true
  const control = frame?.querySelector<HTMLElement>('input:not([hidden]), textarea, button')
  control?.focus()
  frame?.scrollIntoView({ block: 'center' })
}
