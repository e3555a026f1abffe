import { useSpeech } from '../../language/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import type { Chosen } from './sort-chosen.ts'

type ChosenFilesProps = {
  readonly chosen: Chosen
  readonly onSend: () => void
  readonly onBack: () => void
}

/** What was chosen, before anything is sent: records that came in can be amended, never unsaid. */
export function ChosenFiles({ chosen: { taken, leftOut, bytes }, onSend, onBack }: ChosenFilesProps) {
  const { say, formats } = useSpeech()
  const back = <Button onPress={onBack}>{say('import.other')}</Button>
  if (taken.length === 0)
    return (
      <Notice standing="notice" title={say('import.nothingFits')} actions={back} spoken="alert">
        <p>{say('import.nothingFitsNext')}</p>
      </Notice>
    )
  return (
    <div className="stack">
      <p role="status">
        <strong>{say('import.chosen', { count: taken.length, size: formats.bytes(bytes) })}</strong>
      </p>
      <div className="actions">
        <Button weight="strong" onPress={onSend} autoFocus>
          {say('import.go')}
        </Button>
        {back}
      </div>
      <ul className="plain-list file-list sheet">
        {taken.map(({ name, size }) => (
          <li key={name}>
            <span>{name}</span> <span className="soft small number">{formats.bytes(size)}</span>
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <p className="soft small">
          {say('import.leftOut', {
            count: leftOut.length,
            names: leftOut.map(({ name }) => name).join(', '),
          })}
        </p>
      )}
    </div>
  )
}
