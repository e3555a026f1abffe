import { Link } from '@tanstack/react-router'
import type { ImportStatus } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Notice } from '../../ui/index.ts'

/** Everything is stored: what is new, what was there already, and where to go now. */
export function ImportDone({ state: { rowsStored, rowsAlreadyStored } }: { state: ImportStatus }) {
  const { say } = useSpeech()
  return (
    <Notice
      standing="good"
      title={say('import.done')}
      spoken="status"
      actions={
        <>
          <Link to="/report" className="button strong">
            {say('import.seeReport')}
          </Link>
          <Link to="/import" activeOptions={{ exact: true }} className="button">
            {say('import.more')}
          </Link>
        </>
      }
    >
      <ul>
        <li>{say('import.stored', { count: rowsStored })}</li>
        <li>{say('import.alreadyStored', { count: rowsAlreadyStored })}</li>
      </ul>
    </Notice>
  )
}
