import { Button } from '../../ui/index.ts'
import { differingFields } from './differing-fields.ts'
import { saysField } from './draft-says.ts'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { saidWords } from './said-words.ts'

/** What amendments made apart say of a field, side by side, each to be taken as it is. */
export function SaidApart({ field }: { field: string }) {
  const { kind, purpose, draft, take, isDecided, ports } = useEntryForm()
  const speech = useFormSpeech()
  if (purpose.type !== 'settle' || !differingFields(kind, purpose.heads).includes(field)) return null
  return (
    <ul className="said-apart plain-list">
      {purpose.heads.map((head, index) => {
        const taken = isDecided(field) && saysField(kind, draft, head, field)
        return (
          <li key={head.id}>
            <span className="soft small">
              {head.by ?? speech.tell(index === 0 ? 'settleOne' : 'settleOther')}
            </span>
            <span className="said-value">
              {saidWords(speech, kind, head, field, ports.nameOf) ?? speech.tell('nothingSaid')}
            </span>
            <Button onPress={() => take(field, index)} aria-pressed={taken}>
              {speech.tell(taken ? 'taken' : 'takeThis')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
