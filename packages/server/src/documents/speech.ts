import { codeWords, type Language, type Words } from '@sathi/domain'
import {
  type CountedPart,
  type Dimension,
  type GroupedFigure,
  groupListNames,
  type IndicatorId,
  indicatorWords,
  notRecordedWords,
  partWords,
} from '@sathi/reporting/figures'
import { type Formats, formatsOf } from './formats.ts'

/** One language, as documents speak it. */
export type Speech = {
  readonly language: Language
  readonly formats: Formats
  /** The words, with `{name}` in them replaced. */
  say(words: Words, values?: Readonly<Record<string, string>>): string
  /** What a part of an indicator's figure counts. */
  part(indicator: IndicatorId, part: CountedPart): string
  /** A group of a figure or breakdown; an agency or a code without words stays as it is. */
  group(by: Dimension | GroupedFigure['by'], group: string): string
}

export function speechOf(language: Language): Speech {
  const say: Speech['say'] = (words, values = {}) =>
    words[language].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
  return {
    language,
    formats: formatsOf(language),
    say,
    part: (indicator, part) => say(indicatorWords[indicator].parts[part] ?? partWords[part]),
    group(by, group) {
      if (group === 'not_recorded') return say(notRecordedWords)
      const list = groupListNames[by]
      const words = list === undefined ? undefined : codeWords(list, group)
      return words === undefined ? group : say(words)
    },
  }
}
