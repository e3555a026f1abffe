import { fieldWords } from '@sathi/domain/catalogue'
import type { SealedField as DeclaredField } from '@sathi/domain/journal'
import type { SealedDraft } from './draft.ts'
import { type ControlProps, FieldFrame } from './field-frame.tsx'
import { FileControl } from './file-control.tsx'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'
import { NamesControl } from './names-control.tsx'
import { PhonesControl } from './phones-control.tsx'

type SealedFieldProps = { readonly field: string; readonly declared: DeclaredField }

/** Said in one line; everything else sealed is told at length. */
const short = ['number', 'holder', 'employer', 'name', 'place', 'guardian', 'original_language']

/** The question for one sealed field of a kind. */
export function SealedField({ field, declared }: SealedFieldProps) {
  const { word, tell } = useFormSpeech()
  const { kind, draft } = useEntryForm()
  const value = draft.sealed[field]
  if (value === undefined) return null
  const help =
    field === 'story'
      ? tell('sealed.story')
      : declared.holds === 'names'
        ? tell('names.help')
        : declared.holds === 'phones'
          ? tell('phones.onlyYes')
          : undefined
  return (
    <FieldFrame
      field={field}
      label={word(fieldWords(kind.name, field))}
      help={help}
      group={declared.holds !== 'text'}
      optional
    >
      {(control) => <SealedControl {...{ field, control, value }} />}
    </FieldFrame>
  )
}

type SealedControlProps = {
  readonly field: string
  readonly control: ControlProps
  readonly value: SealedDraft
}

function SealedControl({ field, control, value }: SealedControlProps) {
  const { setSealed } = useEntryForm()
  switch (value.holds) {
    case 'names':
      return <NamesControl {...{ field }} names={value.names} />
    case 'phones':
      return <PhonesControl {...{ field }} phones={value.phones} />
    case 'file':
      return <FileControl {...{ field, control }} file={value.file} />
    case 'text': {
      const shared = {
        ...control,
        value: value.text,
        // What checks spelling or fills in may send what it reads to somebody else.
        autoComplete: 'off',
        spellCheck: false,
        onChange: ({ target }: { target: { value: string } }) =>
          setSealed(field, { holds: 'text', text: target.value }),
      }
      return short.includes(field) ? <input {...shared} type="text" /> : <textarea {...shared} rows={3} />
    }
  }
}
