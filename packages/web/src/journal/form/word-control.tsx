import { useState } from 'react'
import { Button } from '../../ui/index.ts'
import { ManyChoices } from './choice-list.tsx'
import { Chosen } from './code-control.tsx'
import { folded, matchOptions } from './code-options.ts'
import type { ControlProps } from './field-frame.tsx'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { PickList } from './pick-list.tsx'
import { wordLabel } from './said-words.ts'
import { asCell } from './typed-text.ts'
import { wordSuggestions } from './word-suggestions.ts'

type OneWordProps = {
  readonly control: ControlProps
  readonly field: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly required: boolean
}

/** A code word: one that is suggested, or any other. */
export function OneWord({ control, field, text, onText, required }: OneWordProps) {
  const { tell } = useFormSpeech()
  const options = useWordOptions(field)
  const chosen = options.find(({ value }) => value === text)
  return (
    <PickList
      {...{ control, text, onText }}
      picks={chosen === undefined ? matchOptions(options, text) : options}
      chosen={chosen?.label}
      placeholder={tell('words.own')}
      clearable={!required}
    />
  )
}

type ManyWordsProps = {
  readonly control: ControlProps
  readonly field: string
  readonly texts: readonly string[]
  readonly onTexts: (texts: readonly string[]) => void
}

/**
 * Any code words: the suggested ones to tick, and a place for others. What is typed there counts at once, as the last of
 * them, also when nobody presses the button.
 */
export function ManyWords({ control, field, texts, onTexts }: ManyWordsProps) {
  const speech = useFormSpeech()
  const { kind } = useEntryForm()
  const [typed, setTyped] = useState('')
  const own = texts.at(-1) === typed ? typed : ''
  const settled = own === '' ? texts : texts.slice(0, -1)
  const options = useWordOptions(field)
  const others = settled.filter((text) => options.every(({ value }) => value !== text))
  const change = (next: readonly string[], nextOwn: string) => {
    setTyped(nextOwn)
    onTexts(nextOwn === '' ? next : [...next, nextOwn])
  }
  const add = () => {
    const word = asCell({ type: 'word' }, own)
    change(word === '' || settled.includes(word) ? settled : [...settled, word], '')
  }
  return (
    <>
      {options.length > 0 && (
        <ManyChoices choices={options} chosen={settled} onChoose={(next) => change(next, own)} />
      )}
      <Chosen
        texts={others}
        onTexts={(left) =>
          change(
            settled.filter((text) => !others.includes(text) || left.includes(text)),
            own,
          )
        }
        nameOf={(text) => wordLabel(speech, kind.name, field, text)}
      />
      <div className="with-button">
        <input
          {...control}
          type="text"
          value={own}
          placeholder={speech.tell('words.own')}
          aria-label={speech.tell('words.own')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => change(settled, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button onPress={add}>{speech.tell('words.add')}</Button>
      </div>
    </>
  )
}

function useWordOptions(field: string) {
  const speech = useFormSpeech()
  const { kind, ports } = useEntryForm()
  const suggested = wordSuggestions(kind.name, field)
  const known = suggested.map(({ word, words }) => ({
    value: word,
    label: speech.word(words),
    search: folded([word, ...Object.values(words)].join(' ')),
  }))
  const used = ports.wordsUsed?.(kind.name, field) ?? []
  const more = used
    .filter((word) => known.every(({ value }) => value !== word))
    .map((word) => ({ value: word, label: word.replaceAll('_', ' '), search: folded(word) }))
  return [...known, ...more]
}
