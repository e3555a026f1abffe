import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../language/index.ts'
import { Notice } from '../../ui/index.ts'

/** Sathi keeps in mind only the imports since it was started: of this one nobody knows any more how it ended. */
export function ImportForgotten() {
  const { say } = useSpeech()
  return (
    <Notice
      standing="notice"
      title={say('import.forgotten')}
      spoken="status"
      actions={
        <Link to="/import" activeOptions={{ exact: true }} className="button strong">
          {say('import.tryAgain')}
        </Link>
      }
    >
      <p>{say('import.forgottenSafe')}</p>
      <p>{say('import.forgottenNext')}</p>
    </Notice>
  )
}
