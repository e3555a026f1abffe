import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useSpeech } from '../../language/index.ts'
import { Button } from '../../ui/index.ts'
import { droppedFiles } from './dropped-files.ts'
import { type Chosen, sortChosen } from './sort-chosen.ts'
import './import.css'

/** Dropping, pasting or picking a folder or files. */
export function ChooseFiles({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const { say } = useSpeech()
  const choose = (files: Iterable<File> | null) => {
    if (files !== null) onChosen(sortChosen([...files]))
  }
  return (
    <>
      <DropZone
        className="drop-zone"
        aria-label={say('import.drop')}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => choose(await droppedFiles(items))}
      >
        <p className="drop-words">{say('import.drop')}</p>
        <p className="soft">{say('import.or')}</p>
        <div className="actions">
          <FileTrigger acceptDirectory onSelect={choose}>
            <Button>{say('import.pickFolder')}</Button>
          </FileTrigger>
          <FileTrigger allowsMultiple acceptedFileTypes={['.csv', '.xlsx']} onSelect={choose}>
            <Button>{say('import.pickFiles')}</Button>
          </FileTrigger>
        </div>
      </DropZone>
      <ul className="soft prose">
        <li>{say('import.whatFits')}</li>
        <li>{say('import.allOrNothing')}</li>
        <li>{say('import.again')}</li>
        <li>{say('import.noNames')}</li>
      </ul>
    </>
  )
}
