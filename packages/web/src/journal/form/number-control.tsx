import { Button } from '../../ui/index.ts'
import { ChoiceList } from './choice-list.tsx'
import type { ControlProps } from './field-frame.tsx'
import { useFormSpeech } from './form-speech.ts'
import type { NumberRange } from './number-range.ts'
import { asCell } from './typed-text.ts'
import { inDigitsOf } from './write-draft.ts'

type NumberControlProps = {
  readonly control: ControlProps
  readonly text: string
  readonly onText: (text: string) => void
  readonly range: NumberRange & { readonly whole: boolean }
  readonly required: boolean
}

/** Up to so many whole numbers are pressed, not typed. */
const mostPressed = 5

export function NumberControl(props: NumberControlProps) {
  const { min, max, whole } = props.range
  return whole && max - min < mostPressed ? <PressedNumber {...props} /> : <TypedNumber {...props} />
}

function PressedNumber({ text, onText, range: { min, max }, required }: NumberControlProps) {
  const { language, tell } = useFormSpeech()
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => String(min + index))
  const choices = numbers.map((value) => ({ value, label: inDigitsOf(language, value) }))
  const none = { value: '', label: tell('notRecorded'), quiet: true }
  const chosen = asCell({ type: 'number', min, max, whole: true }, text)
  return <ChoiceList choices={required ? choices : [...choices, none]} chosen={chosen} onChoose={onText} />
}

function TypedNumber({ control, text, onText, range }: NumberControlProps) {
  const { formats, language, tell } = useFormSpeech()
  const { min, max, whole } = range
  const cell = asCell({ type: 'number', ...range }, text)
  const value = cell === '' ? Number.NaN : Number(cell)
  const isNumber = Number.isFinite(value)
  const step = (by: number) => {
    const next = isNumber ? value + by : by > 0 ? Math.max(min, 1) : min
    onText(inDigitsOf(language, String(Math.min(max, Math.max(min, next)))))
  }
  return (
    <>
      <div className="number-control">
        <input
          {...control}
          type="text"
          inputMode={whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        {whole && (
          <>
            <Button onPress={() => step(-1)} aria-label={tell('number.less')} isDisabled={value <= min}>
              −
            </Button>
            <Button onPress={() => step(1)} aria-label={tell('number.more')} isDisabled={value >= max}>
              +
            </Button>
          </>
        )}
      </div>
      {isNumber && Math.abs(value) >= 1000 && <p className="form-echo">{formats.decimal(value, 2)}</p>}
    </>
  )
}
