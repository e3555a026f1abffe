import type { ReferredThing } from '@sathi/domain/journal'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/index.ts'
import type { ControlProps } from './field-frame.tsx'
import { useEntryForm } from './form-context.ts'
import type { Found } from './form-ports.ts'
import { useFormSpeech } from './form-speech.ts'
import { PickList } from './pick-list.tsx'
import { beginsThing } from './things-begun.ts'

type ReferenceProps = {
  readonly control: ControlProps
  readonly field: string
  readonly to: ReferredThing
  readonly text: string
  readonly onText: (text: string) => void
  readonly required: boolean
}

const pauseInTyping = 120

/** Something that is referred to by its code: found by typing, or the code as it stands on paper. Of a case only what was found. */
export function ReferenceControl({ control, field, to, text, onText, required }: ReferenceProps) {
  const { tell } = useFormSpeech()
  const { kind, ports } = useEntryForm()
  const [found, setFound] = useState<readonly Found[]>([])
  const [picked, setPicked] = useState<Found>()
  const name = picked?.value === text ? picked.label : text === '' ? undefined : ports.nameOf?.(to, text)
  const { find } = ports
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const things = await find(to, name === undefined ? text : '')
      if (isCurrent) setFound(things)
    }, pauseInTyping)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [find, to, text, name])
  const choose = (value: string) => {
    setPicked(found.find((one) => one.value === value))
    onText(value)
  }
  const canBegin = ports.propose !== undefined && beginsThing(kind.name, field)
  return (
    <>
      <PickList
        {...{ control, text, onText: choose, picks: found, chosen: name }}
        placeholder={tell(to === 'case' ? 'pick.find' : 'pick.code')}
        clearable={!required}
      />
      {canBegin && text === '' && (
        <div>
          <Button onPress={() => onText(ports.propose?.(to) ?? '')}>{tell('pick.propose')}</Button>
        </div>
      )}
    </>
  )
}
