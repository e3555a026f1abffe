import { useId } from 'react'
import { Button } from '../../ui/index.ts'
import { ChoiceList } from './choice-list.tsx'
import { type NameDraft, nameKindsOf } from './draft.ts'
import { useEntryForm } from './form-context.ts'
import { type FormMessageId, useFormSpeech } from './form-speech.ts'
import { placed } from './placed-rows.ts'

type NamesControlProps = { readonly field: string; readonly names: readonly NameDraft[] }

/** Names as people have them: whole, each with what kind of name it is. Nobody is asked for a family name. */
export function NamesControl({ field, names }: NamesControlProps) {
  const { tell, formats } = useFormSpeech()
  const { setSealed } = useEntryForm()
  const setNames = (next: readonly NameDraft[]) => setSealed(field, { holds: 'names', names: next })
  const change = (at: number, about: Partial<NameDraft>) =>
    setNames(names.map((name, index) => (index === at ? { ...name, ...about } : name)))
  return (
    <>
      {placed(names).map(({ row: name, index, place }) => (
        <NameRow
          key={place}
          {...{ field, name }}
          number={formats.count(place)}
          isFirst={index < 2}
          onChange={(about) => change(index, about)}
          onRemove={() => setNames(names.filter((_, at) => at !== index))}
        />
      ))}
      {nameKindsOf(field).length > 2 && (
        <div>
          <Button
            weight="quiet"
            onPress={() => setNames([...names, { text: '', kind: nameKindsOf(field).at(-1) ?? 'alias' }])}
          >
            {tell('names.add')}
          </Button>
        </div>
      )}
    </>
  )
}

type NameRowProps = {
  readonly field: string
  readonly name: NameDraft
  readonly number: string
  /** The first two have their kinds from the start: formal and call name, father and mother. */
  readonly isFirst: boolean
  readonly onChange: (about: Partial<NameDraft>) => void
  readonly onRemove: () => void
}

function NameRow({ field, name, number, isFirst, onChange, onRemove }: NameRowProps) {
  const { tell } = useFormSpeech()
  const id = useId()
  const kinds = nameKindsOf(field)
  const label = isFirst ? tell(messageOfKind(name.kind)) : tell('names.nameNumber', { number })
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={name.text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      {!isFirst && (
        <fieldset className="form-inner">
          <legend>{tell('names.kind')}</legend>
          <ChoiceList
            choices={kinds.map((kind) => ({ value: kind, label: tell(messageOfKind(kind)) }))}
            chosen={name.kind}
            onChoose={(kind) => onChange({ kind })}
          />
          <div>
            <Button weight="quiet" onPress={onRemove}>
              {tell('names.remove', { number })}
            </Button>
          </div>
        </fieldset>
      )}
    </div>
  )
}

function messageOfKind(kind: string): FormMessageId {
  return `names.${kind}` as FormMessageId
}
