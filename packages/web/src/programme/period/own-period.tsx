import { type CalendarDate, parseDate } from '@internationalized/date'
import { getDay } from '@sathi/domain/journal'
import type { Period } from '@sathi/reporting/figures'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField'
import { useSpeech } from '../../language/index.ts'
import { Button } from '../../ui/index.ts'

/** Any two days, written in the digits of the language. */
export function OwnPeriod({ period }: { period: Period }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const [from, setFrom] = useState<CalendarDate | null>(parseDate(period.from))
  const [to, setTo] = useState<CalendarDate | null>(parseDate(period.to))
  const backwards = from !== null && to !== null && from.compare(to) > 0
  const show = (event: FormEvent) => {
    event.preventDefault()
    if (from === null || to === null || backwards) return
    const chosen = { from: getDay(from.toString()), to: getDay(to.toString()) }
    navigate({ to: '.', search: (before) => ({ ...before, ...chosen }) })
  }
  return (
    <form className="own-period" onSubmit={show}>
      <DayField label={say('period.from')} value={from} onChange={setFrom} />
      <DayField label={say('period.to')} value={to} onChange={setTo} />
      <Button type="submit" weight="strong" isDisabled={from === null || to === null || backwards}>
        {say('period.show')}
      </Button>
      <p className="small" role="status">
        {backwards ? say('period.backwards') : ''}
      </p>
    </form>
  )
}

type DayFieldProps = {
  readonly label: string
  readonly value: CalendarDate | null
  readonly onChange: (day: CalendarDate | null) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <DateField
      className="day-field"
      value={value}
      onChange={onChange}
      minValue={parseDate('1900-01-01')}
      maxValue={parseDate('2199-12-31')}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <DateInput className="day-input">
        {(segment) => <DateSegment segment={segment} className="day-segment" />}
      </DateInput>
    </DateField>
  )
}
