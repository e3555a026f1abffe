import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/index.ts'
import type { ControlProps } from './field-frame.tsx'
import { useFormSpeech } from './form-speech.ts'

export type Pick = { readonly value: string; readonly label: string; readonly about?: string }

type PickListProps = {
  readonly control: ControlProps
  /** What was typed or picked. */
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits the text, the likeliest first; everything when there is no text. */
  readonly picks: readonly Pick[]
  /** What the text stands for, when it is something that can be picked. */
  readonly chosen: string | undefined
  readonly placeholder: string
  readonly clearable: boolean
  /** The first picks are the likeliest and stand there before anybody asks; a list by the alphabet has none such. */
  readonly likeliestFirst?: boolean
}

/** Before anything is typed, and while it is. */
const shownAtOnce = { unasked: 3, asked: 6 } as const

/**
 * A long list, searched by typing. It folds only when something is picked: were it to fold when it is left, what is pressed next
 * would move away under the finger. What is typed is never lost: a text that is none of the list stays where it is and is
 * told as a fault when the form is saved.
 */
export function PickList(props: PickListProps) {
  const { control, text, onText, picks, chosen, placeholder, clearable, likeliestFirst = true } = props
  const { tell } = useFormSpeech()
  const [isOpen, setOpen] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const moveFocus = useRef<'change' | 'input'>(undefined)
  const frame = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    if (moveFocus.current === undefined) return
    frame.current?.querySelector<HTMLElement>(moveFocus.current === 'input' ? 'input' : 'button')?.focus()
    moveFocus.current = undefined
  })
  const choose = (value: string) => {
    onText(value)
    setOpen(false)
    moveFocus.current = 'change'
  }
  const reopen = () => {
    setOpen(true)
    setShowsAll(false)
    moveFocus.current = 'input'
  }
  if (chosen !== undefined && !isOpen)
    return (
      <div className="picked" ref={frame}>
        <span className="picked-name" id={control.id}>
          {chosen}
        </span>
        <Button onPress={reopen} aria-describedby={control.id}>
          {tell('pick.change')}
        </Button>
        {clearable && (
          <Button weight="quiet" onPress={() => onText('')} aria-describedby={control.id}>
            {tell('pick.clear')}
          </Button>
        )}
      </div>
    )
  const unasked = likeliestFirst ? shownAtOnce.unasked : 0
  const shown = showsAll ? picks : picks.slice(0, isOpen ? shownAtOnce.asked : unasked)
  return (
    <div className="pick-list" ref={frame}>
      <input
        {...control}
        type="search"
        value={chosen === undefined || isOpen ? text : ''}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-controls={listId}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true)
          onText(event.target.value)
        }}
      />
      <p className="unseen" role="status">
        {isOpen && text !== '' ? tell('pick.found', { count: picks.length }) : ''}
      </p>
      <ul className="plain-list picks" id={listId}>
        {(isOpen || text === '') &&
          shown.map(({ value, label, about }) => (
            <li key={value}>
              <Button weight="quiet" onPress={() => choose(value)}>
                <span>{label}</span>
                {about !== undefined && <span className="soft small">{about}</span>}
              </Button>
            </li>
          ))}
      </ul>
      {isOpen && picks.length === 0 && text !== '' && <p className="form-help">{tell('pick.none')}</p>}
      {picks.length > shown.length && (
        <Button weight="quiet" onPress={() => setShowsAll(true)}>
          {tell('pick.all', { count: picks.length })}
        </Button>
      )}
    </div>
  )
}
