import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router'
import { Answered, type SubjectFacts } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'
import { Button, Page } from '../ui/index.ts'
import { HistoryOfFact } from './history-of-fact.tsx'
import { journalHistory } from './journal-history.ts'
import { subjectName } from './subject-name.ts'
import './journal.css'

const route = getRouteApi('/subjects/$subjectId')

/** One subject's journal: every coded fact in order of its day, with what was amended or taken back as history. */
export function JournalScreen() {
  const speech = useSpeech()
  const { say } = speech
  const answer = route.useLoaderData()
  return (
    <Answered answer={answer} whole>
      {(journal) => (
        <Page
          title={subjectName(speech, journal.subject)}
          back={<WayBack />}
          lead={<p>{say('journal.lead')}</p>}
        >
          <Entries journal={journal} />
        </Page>
      )}
    </Answered>
  )
}

function Entries({ journal: { entries } }: { journal: SubjectFacts }) {
  const { say } = useSpeech()
  const facts = journalHistory(entries)
  return (
    <>
      <p>{say('journal.count', { count: facts.length })}</p>
      <ol className="plain-list journal">
        {facts.map((fact) => (
          <li key={fact.entry.id}>
            <HistoryOfFact fact={fact} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where she came from, with its page and place; nowhere when the journal was opened by its address. */
function WayBack() {
  const { say } = useSpeech()
  const router = useRouter()
  if (!useCanGoBack()) return null
  return (
    <Button weight="quiet" onPress={() => router.history.back()}>
      {say('journal.back')}
    </Button>
  )
}
