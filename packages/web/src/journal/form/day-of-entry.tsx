import { DateControl } from './date-control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { dayField } from './field-order.ts'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'

/** When that happened which the entry tells. */
export function DayOfEntry() {
  const { tell } = useFormSpeech()
  const { draft, setDay } = useEntryForm()
  return (
    <FieldFrame field={dayField} label={tell('day')} group>
      {(control) => <DateControl control={control} text={draft.occurredOn} onText={setDay} past required />}
    </FieldFrame>
  )
}
