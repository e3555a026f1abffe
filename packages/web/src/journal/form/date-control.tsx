import { addDays, type Day, findDay, findPartialDate } from '@sathi/domain/journal'
import { useRef, useState } from 'react'
import { Button } from '../../ui/index.ts'
import { ChoiceList } from './choice-list.tsx'
import type { ControlProps } from './field-frame.tsx'
import { useEntryForm } from './form-context.ts'
import { type FormMessageId, useFormSpeech } from './form-speech.ts'
import { asCell, dateOfParts, partsOfDate } from './typed-text.ts'
import { inDigitsOf } from './write-draft.ts'

type DateControlProps = {
  readonly control: ControlProps
  readonly text: string
  readonly onText: (text: string) => void
  /** The day lies behind us in nearly every entry: then it is told as people tell it, today or yesterday. */
  readonly past?: boolean
  readonly required?: boolean
}

/** A date as far as it is known: a day, a month, a year. */
export function DateControl({ control, text, onText, past = false, required = false }: DateControlProps) {
  const { tell } = useFormSpeech()
  const { today } = useEntryForm()
  const cell = asCell({ type: 'date' }, text)
  const yesterday = addDays(today, -1)
  const [wantsOther, setWantsOther] = useState(false)
  const isOther = wantsOther || (cell !== '' && cell !== today && cell !== yesterday)
  if (!past) return <DateParts {...{ control, text, onText }} />
  const choices = [
    { value: today, label: tell('date.today') },
    { value: yesterday, label: tell('date.yesterday') },
    { value: 'other', label: tell('date.other') },
    ...(required ? [] : [{ value: '', label: tell('notRecorded'), quiet: true }]),
  ]
  const choose = (value: string) => {
    setWantsOther(value === 'other')
    onText(value === 'other' ? '' : value)
  }
  return (
    <>
      <ChoiceList choices={choices} chosen={isOther ? 'other' : cell} onChoose={choose} />
      {isOther ? <DateParts {...{ control, text, onText }} /> : <DateInWords cell={cell} today={today} />}
    </>
  )
}

function DateParts({ control, text, onText }: Pick<DateControlProps, 'control' | 'text' | 'onText'>) {
  const { tell } = useFormSpeech()
  const { today } = useEntryForm()
  return (
    <>
      <p className="form-help">{tell('date.help')}</p>
      <div className="date-parts">
        <PartOfDate part="day" label="date.day" digits={2} {...{ control, text, onText }} />
        <PartOfDate part="month" label="date.month" digits={2} {...{ control, text, onText }} />
        <PartOfDate part="year" label="date.year" digits={4} {...{ control, text, onText }} />
        <CalendarButton text={text} onText={onText} />
      </div>
      <DateInWords cell={asCell({ type: 'date' }, text)} today={today} />
    </>
  )
}

type PartProps = Pick<DateControlProps, 'control' | 'text' | 'onText'> & {
  readonly part: 'day' | 'month' | 'year'
  readonly label: FormMessageId
  readonly digits: number
}

export function PartOfDate({ control, text, onText, part, label, digits }: PartProps) {
  const { tell } = useFormSpeech()
  const parts = partsOfDate(text)
  return (
    <label className={`date-part ${part}`}>
      <span>{tell(label)}</span>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={digits}
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        value={parts[part]}
        onChange={(event) => onText(dateOfParts({ ...parts, [part]: event.target.value }))}
      />
    </label>
  )
}

/** The phone's own calendar, for those who think in weeks. It knows whole days only, so it is a help beside the fields. */
function CalendarButton({ text, onText }: Pick<DateControlProps, 'text' | 'onText'>) {
  const { tell, language } = useFormSpeech()
  const calendar = useRef<HTMLInputElement>(null)
  const day = findDay(asCell({ type: 'date' }, text)) ?? ''
  return (
    <span className="date-calendar">
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        min="1900-01-01"
        max="2199-12-31"
        onChange={(event) => onText(inDigitsOf(language, event.target.value))}
      />
      <Button onPress={() => calendar.current?.showPicker()}>{tell('date.calendar')}</Button>
    </span>
  )
}

/** The date as people say it, so that a slip of the finger is seen. */
function DateInWords({ cell, today }: { cell: string; today: Day }) {
  const { tell, formats, language } = useFormSpeech()
  const date = findPartialDate(cell)
  const day = findDay(cell)
  if (date === undefined) return null
  return (
    <p className="form-echo" lang={language}>
      {formats.day(date)}
      {day !== undefined && `, ${weekdayName(day, language)}`}
      {cell > today && <span className="form-notice"> {tell('date.future')}</span>}
    </p>
  )
}

function weekdayName(day: Day, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

type MonthControlProps = Pick<DateControlProps, 'control' | 'text' | 'onText' | 'required'>

/** A whole month: mostly this one or the last. */
export function MonthControl({ control, text, onText, required = false }: MonthControlProps) {
  const { tell, formats } = useFormSpeech()
  const { today } = useEntryForm()
  const thisMonth = today.slice(0, 7)
  const lastMonth = addDays(`${thisMonth}-01` as Day, -1).slice(0, 7)
  const cell = asCell({ type: 'month' }, text)
  const [wantsOther, setWantsOther] = useState(false)
  const isOther = wantsOther || (cell !== '' && cell !== thisMonth && cell !== lastMonth)
  const choices = [
    { value: lastMonth, label: `${tell('month.last')}: ${formats.month(lastMonth)}` },
    { value: thisMonth, label: `${tell('month.this')}: ${formats.month(thisMonth)}` },
    { value: 'other', label: tell('month.other') },
    ...(required ? [] : [{ value: '', label: tell('notRecorded'), quiet: true }]),
  ]
  const choose = (value: string) => {
    setWantsOther(value === 'other')
    onText(value === 'other' ? '' : value)
  }
  return (
    <>
      <ChoiceList choices={choices} chosen={isOther ? 'other' : cell} onChoose={choose} />
      {isOther && (
        <div className="date-parts">
          <PartOfDate part="month" label="date.month" digits={2} {...{ control, text, onText }} />
          <PartOfDate part="year" label="date.year" digits={4} {...{ control, text, onText }} />
        </div>
      )}
      {isOther && findPartialDate(cell) !== undefined && cell.length === 7 && (
        <p className="form-echo">{formats.month(cell)}</p>
      )}
    </>
  )
}
