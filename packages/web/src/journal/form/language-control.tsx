import type { Language } from '@sathi/domain/journal'
import { ChoiceList } from './choice-list.tsx'
import { languageName } from './code-options.ts'
import { useFormSpeech } from './form-speech.ts'

/** What people along the road home speak. Browsers do not know all of them by name. */
const spoken: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = {
  bn: undefined,
  syl: { en: 'Sylheti', bn: 'সিলেটি', hi: 'सिलहटी' },
  ctg: { en: 'Chittagonian', bn: 'চাটগাঁইয়া', hi: 'चटगाँवी' },
  rhg: { en: 'Rohingya', bn: 'রোহিঙ্গা', hi: 'रोहिंग्या' },
  hi: undefined,
  ur: undefined,
  en: undefined,
}

type LanguageControlProps = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly required: boolean
}

/** The language of a conversation. One that was recorded and is not among the usual ones stays to be chosen. */
export function LanguageControl({ text, onText, required }: LanguageControlProps) {
  const { language, tell } = useFormSpeech()
  const tags = Object.keys(spoken)
  const all = text === '' || tags.includes(text) ? tags : [...tags, text]
  const choices = all.map((tag) => ({ value: tag, label: spoken[tag]?.[language] ?? nameOf(tag, language) }))
  const none = { value: '', label: tell('notRecorded'), quiet: true }
  return <ChoiceList choices={required ? choices : [...choices, none]} chosen={text} onChoose={onText} />
}

function nameOf(tag: string, language: Language): string {
  try {
    return languageName(tag, language)
  } catch {
    return tag
  }
}
