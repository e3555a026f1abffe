import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { NoServer } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'
import { Button, Notice, Page, Waiting } from '../ui/index.ts'
import { ScreenNotReached } from './screen-code.ts'

export function Opening() {
  const { say } = useSpeech()
  return <Waiting words={say('waiting')} />
}

/** Before anything is known: the very first moment of a visit. */
export function OpeningSathi() {
  return (
    <main className="shell-main">
      <Opening />
    </main>
  )
}

/** An address that leads nowhere. */
export function NotThere() {
  const { say } = useSpeech()
  return (
    <Page title={say('notThere.title')} narrow>
      <p>{say('notThere.words')}</p>
      <p>
        <Link to="/" className="big-link">
          {say('notThere.home')}
        </Link>
      </p>
    </Page>
  )
}

/** A screen that could not be shown: its code did not arrive, or it has a fault. */
export function NotShown({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  return error instanceof ScreenNotReached ? <NotReached reset={reset} /> : <SomethingBroke reset={reset} />
}

function NotReached({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const { say } = useSpeech()
  return (
    <Page title={say('answer.none')} narrow>
      <NoServer onRetry={reset} />
    </Page>
  )
}

/** A fault of ours. Nothing of what happened is shown: it would tell the person nothing, and might hold a name. */
function SomethingBroke({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const { say } = useSpeech()
  const router = useRouter()
  const again = () => {
    reset()
    return router.invalidate()
  }
  return (
    <Page title={say('broke.title')} narrow>
      <Notice
        standing="stop"
        title={say('broke.safe')}
        spoken="alert"
        actions={
          <Button weight="strong" onPress={again}>
            {say('retry')}
          </Button>
        }
      >
        <p>{say('broke.next')}</p>
      </Notice>
    </Page>
  )
}
