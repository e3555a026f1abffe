import type { CodeList } from '@sathi/domain/journal'
import { useState } from 'react'
import { Button } from '../../ui/index.ts'
import { ChoiceList, ManyChoices } from './choice-list.tsx'
import { codeOptions, isAlphabetical, matchOptions } from './code-options.ts'
import type { ControlProps } from './field-frame.tsx'
import { useIsUndecided } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { PickList } from './pick-list.tsx'

type OneCodeProps = {
  readonly control: ControlProps
  readonly list: CodeList
  readonly text: string
  readonly onText: (text: string) => void
  readonly required: boolean
}

type OneOfFewProps = Omit<OneCodeProps, 'control'> & { readonly field: string }

/** One code of a short list. Where an answer is not required, not having one is a state of its own and never a no. */
export function OneOfFew({ field, list, text, onText, required }: OneOfFewProps) {
  const { language, tell } = useFormSpeech()
  const chosen = useIsUndecided(field) ? undefined : text
  const options = codeOptions(list, language)
  const none = { value: '', label: tell('notRecorded'), quiet: true }
  return <ChoiceList choices={required ? options : [...options, none]} chosen={chosen} onChoose={onText} />
}

/** One code of a long list: districts, countries, documents. */
export function OneOfMany({ control, list, text, onText, required }: OneCodeProps) {
  const { language, tell } = useFormSpeech()
  const options = codeOptions(list, language)
  const chosen = options.find(({ value }) => value === text)
  const picks = chosen === undefined ? matchOptions(options, text) : options
  return (
    <PickList
      {...{ control, text: chosen === undefined ? text : '', onText, picks }}
      chosen={chosen?.label}
      placeholder={tell('pick.find')}
      clearable={!required}
      likeliestFirst={!isAlphabetical(list)}
    />
  )
}

type ManyCodesProps = {
  readonly control: ControlProps
  readonly list: CodeList
  readonly texts: readonly string[]
  readonly onTexts: (texts: readonly string[]) => void
}

export function AnyOfFew({ list, texts, onTexts }: ManyCodesProps) {
  const { language } = useFormSpeech()
  return <ManyChoices choices={codeOptions(list, language)} chosen={texts} onChoose={onTexts} />
}

/** Any codes of a long list: those that were picked, and a search for the next. */
export function AnyOfMany({ control, list, texts, onTexts }: ManyCodesProps) {
  const { language, tell } = useFormSpeech()
  const [text, setText] = useState('')
  const options = codeOptions(list, language)
  const nameOf = (code: string) => options.find(({ value }) => value === code)?.label ?? code
  const left = options.filter(({ value }) => !texts.includes(value))
  const type = (typed: string) => {
    const picked = left.some(({ value }) => value === typed)
    setText(picked ? '' : typed)
    if (picked) onTexts([...texts, typed])
  }
  return (
    <>
      <Chosen texts={texts} onTexts={onTexts} nameOf={nameOf} />
      <PickList
        {...{ control, text, onText: type, picks: matchOptions(left, text) }}
        chosen={undefined}
        placeholder={tell('pick.find')}
        clearable={false}
        likeliestFirst={!isAlphabetical(list)}
      />
    </>
  )
}

type ChosenProps = Pick<ManyCodesProps, 'texts' | 'onTexts'> & { readonly nameOf: (text: string) => string }

/** What was chosen already, each to be taken away again. */
export function Chosen({ texts, onTexts, nameOf }: ChosenProps) {
  const { tell } = useFormSpeech()
  if (texts.length === 0) return null
  return (
    <ul className="plain-list chosen">
      {texts.map((text) => (
        <li key={text} className="picked">
          <span className="picked-name">{nameOf(text)}</span>
          <Button
            weight="quiet"
            onPress={() => onTexts(texts.filter((one) => one !== text))}
            aria-label={tell('words.remove', { word: nameOf(text) })}
          >
            {tell('pick.clear')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
