import { useId } from 'react'
import { Button } from '../../ui/index.ts'
import { ChoiceList, ManyChoices } from './choice-list.tsx'
import { blankPhone, type PhoneDraft } from './draft.ts'
import { useEntryForm } from './form-context.ts'
import { type FormMessageId, useFormSpeech } from './form-speech.ts'
import { placed } from './placed-rows.ts'
import { phoneOwners, weekdays } from './sealed-value.ts'
import { weekdayNames } from './weekday-names.ts'

type PhonesControlProps = { readonly field: string; readonly phones: readonly PhoneDraft[] }

/** Telephones with the rules of safe contact: whose it is stands before anything that could be done with it. */
export function PhonesControl({ field, phones }: PhonesControlProps) {
  const { tell, formats } = useFormSpeech()
  const { setSealed } = useEntryForm()
  const setPhones = (next: readonly PhoneDraft[]) => setSealed(field, { holds: 'phones', phones: next })
  return (
    <>
      {placed(phones).map(({ row: phone, index, place }) => (
        <PhoneRow
          key={place}
          phone={phone}
          number={formats.count(place)}
          onChange={(about) =>
            setPhones(phones.map((one, at) => (at === index ? { ...one, ...about } : one)))
          }
          onRemove={() => setPhones(phones.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button onPress={() => setPhones([...phones, blankPhone])}>{tell('phones.add')}</Button>
      </div>
    </>
  )
}

type PhoneRowProps = {
  readonly phone: PhoneDraft
  readonly number: string
  readonly onChange: (about: Partial<PhoneDraft>) => void
  readonly onRemove: () => void
}

function PhoneRow({ phone, number, onChange, onRemove }: PhoneRowProps) {
  const { tell, language } = useFormSpeech()
  const owners = phoneOwners.map((value) => ({ value, label: tell(`phones.${value}`) }))
  const days = weekdays.map((value, index) => ({ value, label: weekdayNames(language)[index] ?? value }))
  return (
    <fieldset className="form-row sheet">
      <legend>{tell('phones.numberOf', { number })}</legend>
      <TypedLine
        label="phones.number"
        text={phone.number}
        tel
        onText={(text) => onChange({ number: text })}
      />
      <Asked label="phones.whose">
        <ChoiceList choices={owners} chosen={phone.whose} onChoose={(whose) => onChange({ whose })} />
      </Asked>
      <TypedLine label="phones.others" text={phone.others} onText={(others) => onChange({ others })} />
      <Allowed label="phones.call" answer={phone.call} onAnswer={(call) => onChange({ call })} />
      <Allowed label="phones.text" answer={phone.text} onAnswer={(text) => onChange({ text })} />
      <Allowed label="phones.message" answer={phone.message} onAnswer={(message) => onChange({ message })} />
      <TypedLine
        label="phones.sayWeAre"
        text={phone.sayWeAre}
        onText={(sayWeAre) => onChange({ sayWeAre })}
      />
      <Asked label="phones.days">
        <ManyChoices choices={days} chosen={phone.days} onChoose={(next) => onChange({ days: next })} />
      </Asked>
      <TypedLine label="phones.hours" text={phone.hours} onText={(hours) => onChange({ hours })} />
      <TypedLine
        label="phones.codeWord"
        text={phone.codeWord}
        onText={(codeWord) => onChange({ codeWord })}
      />
      <TypedLine
        label="phones.dangerWord"
        text={phone.dangerWord}
        onText={(dangerWord) => onChange({ dangerWord })}
      />
      <div>
        <Button weight="quiet" onPress={onRemove}>
          {tell('phones.remove', { number })}
        </Button>
      </div>
    </fieldset>
  )
}

function Asked({ label, children }: { label: FormMessageId; children: React.ReactNode }) {
  const { tell } = useFormSpeech()
  return (
    <fieldset className="form-inner">
      <legend>{tell(label)}</legend>
      {children}
    </fieldset>
  )
}

type AllowedProps = {
  readonly label: FormMessageId
  readonly answer: string
  readonly onAnswer: (answer: string) => void
}

/** Three answers: yes, no, and not asked yet, which allows nothing. */
function Allowed({ label, answer, onAnswer }: AllowedProps) {
  const { tell } = useFormSpeech()
  const choices = [
    { value: 'yes', label: tell('phones.yes') },
    { value: 'no', label: tell('phones.no') },
    { value: '', label: tell('notRecorded'), quiet: true },
  ]
  return (
    <Asked label={label}>
      <ChoiceList choices={choices} chosen={answer} onChoose={onAnswer} />
    </Asked>
  )
}

type TypedLineProps = {
  readonly label: FormMessageId
  readonly text: string
  readonly onText: (text: string) => void
  readonly tel?: boolean
}

function TypedLine({ label, text, onText, tel = false }: TypedLineProps) {
  const { tell } = useFormSpeech()
  const id = useId()
  return (
    <div className="form-inner">
      <label htmlFor={id}>{tell(label)}</label>
      <input
        id={id}
        type="text"
        inputMode={tel ? 'tel' : 'text'}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  )
}
