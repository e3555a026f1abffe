import { codeWords } from '@sathi/domain/catalogue'
import type { FieldShape, PartialDate } from '@sathi/domain/journal'
import { localeOf, type Speech } from '../language/index.ts'

/** A recorded value in words: codes by their labels, dates as people say them, references and numbers as they are. */
export function valueWords(speech: Speech, shape: FieldShape | undefined, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(speech, shape, one)).join(', ')
  const { word, formats, language } = speech
  switch (shape?.type) {
    case 'code': {
      const words = codeWords(shape.list.name, String(value))
      return words === undefined ? namedByBrowser(language, shape.list.name, String(value)) : word(words)
    }
    case 'word':
      return String(value).replaceAll('_', ' ')
    case 'date':
    case 'month':
      return formats.day(String(value) as PartialDate)
    case 'number':
      return typeof value === 'number' ? formats.decimal(value, 2) : String(value)
    case 'language':
      return displayName(language, 'language', String(value))
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

/** Countries and currencies are named by the browser, which knows them in every language. */
function namedByBrowser(language: Speech['language'], list: string, code: string): string {
  if (list === 'countries') return displayName(language, 'region', code)
  if (list === 'currencies') return displayName(language, 'currency', code)
  return code
}

function displayName(language: Speech['language'], type: Intl.DisplayNamesType, code: string): string {
  return new Intl.DisplayNames([localeOf(language)], { type }).of(code) ?? code
}
