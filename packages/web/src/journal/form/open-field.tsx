import { fieldWords } from '@sathi/domain/catalogue'
import type { OpenField as DeclaredField } from '@sathi/domain/journal'
import type { ReactNode } from 'react'
import { AnyOfFew, AnyOfMany, OneOfFew, OneOfMany } from './code-control.tsx'
import { mostRadios } from './code-options.ts'
import { DateControl, MonthControl } from './date-control.tsx'
import { type ControlProps, FieldFrame } from './field-frame.tsx'
import { useEntryForm } from './form-context.ts'
import { type FormSpeech, useFormSpeech } from './form-speech.ts'
import { LanguageControl } from './language-control.tsx'
import { NumberControl } from './number-control.tsx'
import { numberRange } from './number-range.ts'
import { ReferenceControl } from './reference-control.tsx'
import { ManyWords, OneWord } from './word-control.tsx'

type OpenFieldProps = { readonly field: string; readonly declared: DeclaredField }

/** Dates that lie behind us when they are written down. */
const pastDates = ['issued_on', 'acknowledged_on', 'from']

/** The question for one open field of a kind, with the control that its shape asks for. */
export function OpenField({ field, declared }: OpenFieldProps) {
  const speech = useFormSpeech()
  const { kind } = useEntryForm()
  return (
    <FieldFrame
      field={field}
      label={speech.word(fieldWords(kind.name, field))}
      optional={!declared.required}
      help={useHelp(speech, field, declared)}
      group={standsInGroup(field, declared)}
    >
      {(control) => (
        <OpenControl {...{ field, declared, control, label: speech.word(fieldWords(kind.name, field)) }} />
      )}
    </FieldFrame>
  )
}

/** Radio buttons, ticks and the parts of a date answer together; a typed line answers alone. */
function standsInGroup(field: string, { shape, several }: DeclaredField): boolean {
  switch (shape.type) {
    case 'code':
      return shape.list.codes.length <= mostRadios || several
    case 'word':
      return several
    case 'number':
      return shape.whole && shape.max - shape.min < 5
    case 'date':
    case 'month':
    case 'language':
      return true
    default:
      return field === ''
  }
}

function useHelp({ tell, formats }: FormSpeech, field: string, { shape, several }: DeclaredField): ReactNode {
  const { draft } = useEntryForm()
  if (shape.type === 'text') return tell('text.open')
  if (shape.type === 'pseudonym') return tell('text.pseudonym')
  if (shape.type !== 'number') return undefined
  if (several) return tell('number.several')
  const { min, max } = numberRange(shape, field, draft)
  if (max === 1) return tell('number.share')
  return max <= 120 && max - min >= 5
    ? speechRange(tell, formats.decimal(min), formats.decimal(max))
    : undefined
}

function speechRange(tell: FormSpeech['tell'], min: string, max: string): string {
  return tell('number.range', { min, max })
}

type OpenControlProps = OpenFieldProps & { readonly control: ControlProps; readonly label: string }

function OpenControl({ field, declared: { shape, several, required }, control, label }: OpenControlProps) {
  const { draft, setOpen } = useEntryForm()
  const typed = draft.open[field] ?? ''
  const texts = typeof typed === 'string' ? [typed] : typed
  const text = texts[0] ?? ''
  const onText = (next: string) => setOpen(field, several ? [next] : next)
  const onTexts = (next: readonly string[]) => setOpen(field, next)
  const one = { control, text, onText, required }
  switch (shape.type) {
    case 'code': {
      const isShort = shape.list.codes.length <= mostRadios
      const named = { ...control, 'aria-label': label }
      if (several)
        return isShort ? (
          <AnyOfFew {...{ control, list: shape.list, texts, onTexts }} />
        ) : (
          <AnyOfMany {...{ control: named, list: shape.list, texts, onTexts }} />
        )
      return isShort ? (
        <OneOfFew {...{ field, list: shape.list, text, onText, required }} />
      ) : (
        <OneOfMany {...one} list={shape.list} />
      )
    }
    case 'word':
      return several ? (
        <ManyWords {...{ control, field, texts, onTexts }} />
      ) : (
        <OneWord {...one} field={field} />
      )
    case 'reference':
      return <ReferenceControl {...one} field={field} to={shape.to} />
    case 'date':
      return <DateControl {...one} past={pastDates.includes(field)} />
    case 'month':
      return <MonthControl {...one} />
    case 'number':
      return (
        <NumberControl
          {...one}
          range={{ ...numberRange(shape, field, draft), whole: shape.whole && !several }}
        />
      )
    case 'language':
      return <LanguageControl {...one} />
    case 'pseudonym':
    case 'text':
      return (
        <input
          {...control}
          type="text"
          value={text}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
          onBlur={() => onText(text.normalize('NFC').trim())}
        />
      )
  }
}
