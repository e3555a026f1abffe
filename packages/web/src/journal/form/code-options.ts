import { codeWords } from '@sathi/domain/catalogue'
import { type CodeList, type Language, languages, withLatinDigits } from '@sathi/domain/journal'
import { localeOf } from '../../language/index.ts'

/** Something to choose: its code, what it is called, and everything by which somebody may look for it. */
export type Option = { readonly value: string; readonly label: string; readonly search: string }

/** As many choices as a thumb passes by without searching. */
export const mostRadios = 12

/** Where most people of the programme look first. */
const usual: Readonly<Record<string, readonly string[]>> = {
  countries: ['BD', 'IN', 'NP'],
  currencies: ['BDT', 'INR', 'USD'],
}

const known = new Map<string, readonly Option[]>()

/**
 * The codes of a list as choices. Short lists stay in the order they were thought out in; places and currencies go by their
 * names, the usual ones first. A choice is found by its words in any of the languages, whichever keyboard is at hand.
 */
export function codeOptions(list: CodeList, language: Language): readonly Option[] {
  const key = `${language} ${list.name}`
  const made = known.get(key) ?? makeOptions(list, language)
  known.set(key, made)
  return made
}

function makeOptions(list: CodeList, language: Language): readonly Option[] {
  const options = list.codes.map((code) => {
    const names = languages.map((other) => codeName(list.name, code, other))
    return {
      value: code,
      label: codeName(list.name, code, language),
      search: folded([code, ...names].join(' ')),
    }
  })
  if (!['countries', 'currencies', 'districts'].includes(list.name)) return options
  const first = usual[list.name] ?? []
  const { compare } = new Intl.Collator(localeOf(language))
  return options.toSorted((one, other) => {
    const rank = placeIn(first, one.value) - placeIn(first, other.value)
    return rank === 0 ? compare(one.label, other.label) : rank
  })
}

/** Whether the first of a list stand there only because of their letters. */
export function isAlphabetical(list: CodeList): boolean {
  return list.name === 'districts'
}

function placeIn(first: readonly string[], value: string): number {
  const place = first.indexOf(value)
  return place === -1 ? first.length : place
}

/** What a code is called. Countries and currencies are named by the browser, which knows them in every language. */
export function codeName(listName: string, code: string, language: Language): string {
  const words = codeWords(listName, code)
  if (words !== undefined) return words[language]
  if (listName === 'countries') return displayNames(language, 'region').of(code) ?? code
  if (listName === 'currencies') return displayNames(language, 'currency').of(code) ?? code
  return code
}

const namers = new Map<string, Intl.DisplayNames>()

function displayNames(language: Language, type: Intl.DisplayNamesType): Intl.DisplayNames {
  const key = `${language} ${type}`
  const names = namers.get(key) ?? new Intl.DisplayNames([localeOf(language)], { type })
  namers.set(key, names)
  return names
}

/** What a language is called. */
export function languageName(tag: string, language: Language): string {
  return displayNames(language, 'language').of(tag) ?? tag
}

/** The choices that hold every word of what was typed, in their order. */
export function matchOptions<Choice extends { readonly search: string }>(
  options: readonly Choice[],
  typed: string,
): readonly Choice[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return options.filter(({ search }) => words.every((word) => search.includes(word)))
}

/** Text as it is compared when somebody searches: small letters, plain digits, no accents on Latin letters. */
export function folded(text: string): string {
  return withLatinDigits(text)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
