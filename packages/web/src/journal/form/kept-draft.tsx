import { Button, Notice } from '../../ui/index.ts'
import type { FormDraft } from './draft.ts'
import { useFormSpeech } from './form-speech.ts'
import type { FoundDraft } from './use-form-draft.ts'
import type { Keeping } from './use-kept-draft.ts'

type FoundAgainProps = {
  readonly found: FoundDraft
  readonly onBeginAnew: () => void
  readonly onTakeUp: (draft: FormDraft) => void
}

/** Says that a half-written form was found again, or that it waits because something else was begun meanwhile. */
export function FoundAgain({ found, onBeginAnew, onTakeUp }: FoundAgainProps) {
  const { tell } = useFormSpeech()
  if (found.state === 'none') return null
  if (found.state === 'taken')
    return (
      <Notice
        standing="quiet"
        title={tell('foundAgain')}
        spoken="status"
        actions={<Button onPress={onBeginAnew}>{tell('beginAnew')}</Button>}
      />
    )
  return (
    <Notice
      standing="quiet"
      title={tell('foundWaiting')}
      spoken="status"
      actions={<Button onPress={() => onTakeUp(found.draft)}>{tell('takeKept')}</Button>}
    />
  )
}

export function KeptLine({ keeping }: { keeping: Keeping }) {
  const { tell } = useFormSpeech()
  const words = { nothing: '', kept: tell('kept'), 'not-kept': tell('keptNot') }
  return (
    <p className="form-help" role="status">
      {words[keeping]}
    </p>
  )
}
