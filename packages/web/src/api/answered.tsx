import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeech } from '../language/index.ts'
import { Button, Notice, Page } from '../ui/index.ts'
import type { Answer, Refused } from './answer.ts'

type AnsweredProps<Value> = {
  readonly answer: Answer<Value>
  /** The answer is the whole screen: without it a title is needed. */
  readonly whole?: boolean
  readonly children: (value: Value) => ReactNode
}

/** Shows what came back, or why nothing did and what to do next. */
export function Answered<Value>({ answer, whole = false, children }: AnsweredProps<Value>) {
  const { say } = useSpeech()
  if (answer.state === 'answered') return children(answer.value)
  const notice = answer.state === 'refused' ? <RefusalNotice refusal={answer.refusal} /> : <NoServer />
  if (!whole) return notice
  return (
    <Page title={say('answer.none')} narrow>
      {notice}
      <p>
        <Link to="/" className="big-link">
          {say('notThere.home')}
        </Link>
      </p>
    </Page>
  )
}

/** Nobody answers. Says that nothing is lost, and tries again when asked. */
export function NoServer({ onRetry }: { readonly onRetry?: () => void }) {
  const { say } = useSpeech()
  const router = useRouter()
  const again = () => {
    onRetry?.()
    return router.invalidate()
  }
  return (
    <Notice
      standing="notice"
      title={say('noServer.title')}
      spoken="status"
      actions={
        <Button weight="strong" onPress={again}>
          {say('retry')}
        </Button>
      }
    >
      <p>{say('noServer.words')}</p>
      <p>{say('noServer.next')}</p>
    </Notice>
  )
}

/** A refusal in the person's language. */
export function RefusalNotice({ refusal }: { refusal: Refused }) {
  const { say } = useSpeech()
  return (
    <Notice standing="stop" title={say('refused.title')} spoken="alert">
      <p>{say(`refusal.${refusal.kind}`)}</p>
    </Notice>
  )
}
