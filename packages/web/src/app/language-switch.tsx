import {
  activateLanguage,
  awaitingNativeReader,
  type Language,
  languages,
  useSpeech,
} from '../language/index.ts'

/** Each language by its own name, so that nobody has to read another one to find hers. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', bn: 'বাংলা', hi: 'हिन्दी' }

export function LanguageSwitch() {
  const { language, say } = useSpeech()
  return (
    <fieldset className="language-switch" aria-label={say('shell.language')}>
      {languages.map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          aria-pressed={other === language}
          onClick={() => activateLanguage(other)}
        >
          {ownNames[other]}
        </button>
      ))}
    </fieldset>
  )
}

/** Says which languages were written without a native reader, to those who read them. */
export function NativeReaderNote() {
  const { language, say } = useSpeech()
  return awaitingNativeReader.includes(language) ? <p>{say('shell.awaitingNativeReader')}</p> : null
}
