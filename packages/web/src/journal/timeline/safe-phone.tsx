import { type FormMessageId, useFormSpeech } from '../form/form-speech.ts'
import { type SealedPhone, weekdays } from '../form/sealed-value.ts'
import { weekdayNames } from '../form/weekday-names.ts'
import { inDigitsOf } from '../form/write-draft.ts'
import { useTimelineSpeech } from './timeline-speech.ts'

/** A telephone with its rules first: whose it is, when and how, and only then, if a call was said to be safe, the call. */
export function SafePhone({ phone }: { phone: SealedPhone }) {
  const { tell, language } = useTimelineSpeech()
  const form = useFormSpeech()
  const days = weekdayNames(language)
  const rules: readonly (readonly [string, string | undefined])[] = [
    [form.tell('phones.whose'), form.tell(`phones.${phone.whose}` as FormMessageId)],
    [form.tell('phones.others'), phone.others],
    [form.tell('phones.days'), phone.days?.map((day) => days[weekdays.indexOf(day)]).join(', ')],
    [form.tell('phones.hours'), phone.hours],
    [tell('phone.sayWeAre'), phone.sayWeAre],
    [form.tell('phones.codeWord'), phone.codeWord],
    [form.tell('phones.dangerWord'), phone.dangerWord],
  ]
  return (
    <div className="safe-phone">
      <p className="small">{tell('phone.first')}</p>
      <dl className="entry-fields">
        {rules.map(([label, said]) =>
          said === undefined || said === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="small">
        {tell(phone.text === 'yes' ? 'phone.textYes' : 'phone.noText')}{' '}
        {tell(phone.message === 'yes' ? 'phone.wordYes' : 'phone.wordNo')}
      </p>
      {phone.call === 'yes' ? (
        <a className="button strong" href={`tel:${phone.number}`}>
          {tell('phone.call', { number: inDigitsOf(language, phone.number) })}
        </a>
      ) : (
        <p className="no-call">{tell(phone.call === 'no' ? 'phone.noCall' : 'phone.notSaid')}</p>
      )}
    </div>
  )
}
