import { useState } from 'react'
import {
  activateLanguage,
  awaitingNativeReader,
  type Language,
  languages,
  useSpeech,
} from '../language/index.ts'

/** Each language by its own name, so that nobody has to read another one to find hers. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', bn: 'বাংলা', hi: 'हिन्दी' }

/** Told in the language that is not there: whoever asked for it reads it, and its words cannot be fetched. */
const notHere: Readonly<Record<Language, string>> = {
  en: 'English is not on this device yet. Connect, then choose it again.',
  bn: 'বাংলা এখনও এই যন্ত্রে নেই। সংযোগ হলে আবার বেছে নিন।',
  hi: 'हिन्दी अभी इस यंत्र पर नहीं है। जुड़ने पर फिर से चुनें।',
}

export function LanguageSwitch() {
  const { language, say } = useSpeech()
  const [missing, setMissing] = useState<Language>()
  const choose = (wanted: Language): Promise<void> =>
    activateLanguage(wanted).then(
      () => setMissing(undefined),
      () => setMissing(wanted),
    )
  return (
    <fieldset className="language-switch" aria-label={say('shell.language')}>
      {languages.map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          aria-pressed={other === language}
          onClick={() => choose(other)}
        >
          {ownNames[other]}
        </button>
      ))}
      <span role="status" className="language-missing" lang={missing}>
        {missing === undefined ? '' : notHere[missing]}
      </span>
    </fieldset>
  )
}

/** Says which languages were written without a native reader, to those who read them. */
export function NativeReaderNote() {
  const { language, say } = useSpeech()
  return awaitingNativeReader.includes(language) ? <p>{say('shell.awaitingNativeReader')}</p> : null
}
