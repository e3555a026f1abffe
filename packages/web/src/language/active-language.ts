import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { type Language, languages } from '@sathi/domain/journal'
import { localeOf } from './formats.ts'
import type { Catalogue } from './message-id.ts'

const memory = 'sathi.language'

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./locales/en.ts')).en,
  bn: async () => (await import('./locales/bn.ts')).bn,
  hi: async () => (await import('./locales/hi.ts')).hi,
}

i18n.setMessagesCompiler(compileMessage)

/** Fetches the words of every language, so that a change of language needs no server. */
export function fetchLanguages(): Promise<unknown> {
  return Promise.all(Object.values(catalogues).map((load) => load()))
}

/** Speaks a language from now on, and remembers it on this device. */
export async function activateLanguage(language: Language): Promise<void> {
  const messages = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, locales: [localeOf(language)], messages })
  document.documentElement.lang = language
  remember(language)
}

/** The language that was last chosen on this device, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wanted.find((tag): tag is Language => languages.some((language) => language === tag)) ?? 'en'
}

// A browser may forbid storage altogether; the choice then lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(memory, language)
  } catch {
    return
  }
}
