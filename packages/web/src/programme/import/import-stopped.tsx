import { Link } from '@tanstack/react-router'
import { RefusalNotice, type Refused } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Notice } from '../../ui/index.ts'

/** The import could not go on, though nothing is wrong with the files. A fault of ours has nothing more to say. */
export function ImportStopped({ refusal }: { refusal: Refused | null }) {
  const { say } = useSpeech()
  return (
    <div className="stack">
      <Notice
        standing="stop"
        title={say('import.stopped')}
        spoken="alert"
        actions={
          <Link to="/import" activeOptions={{ exact: true }} className="button strong">
            {say('import.tryAgain')}
          </Link>
        }
      >
        <p>{say('import.stoppedSafe')}</p>
      </Notice>
      {refusal !== null && refusal.kind !== 'fault' && <RefusalNotice refusal={refusal} />}
    </div>
  )
}
