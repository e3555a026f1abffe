import { saysField } from './draft-says.ts'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { saidWords } from './said-words.ts'

/** What an amended entry said in a field, in words, once the field says something else. */
export function useSaidBefore(field: string): string | undefined {
  const { kind, purpose, draft, ports } = useEntryForm()
  const speech = useFormSpeech()
  if (purpose.type !== 'amend' || saysField(kind, draft, purpose.said, field)) return undefined
  return saidWords(speech, kind, purpose.said, field, ports.nameOf) ?? speech.tell('nothingSaid')
}
