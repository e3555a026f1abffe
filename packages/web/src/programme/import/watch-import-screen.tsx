import { getRouteApi } from '@tanstack/react-router'
import { Answered, type ImportStatus } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Page, Progress } from '../../ui/index.ts'
import { ImportDone } from './import-done.tsx'
import { ImportForgotten } from './import-forgotten.tsx'
import { ImportRefused } from './import-refused.tsx'
import { ImportStopped } from './import-stopped.tsx'
import { useImport } from './use-import.ts'

const route = getRouteApi('/import/$importId')

/** One import, while it runs and afterwards. The server keeps it, so this screen can be left and come back to. */
export function WatchImportScreen() {
  const { say } = useSpeech()
  const answer = useImport(route.useParams().importId, route.useLoaderData())
  const forgotten = answer.state === 'refused' && answer.status === 404
  return (
    <Page title={say('import.title')}>
      {forgotten ? (
        <ImportForgotten />
      ) : (
        <Answered answer={answer}>{(state) => <ImportView state={state} />}</Answered>
      )}
    </Page>
  )
}

function ImportView({ state }: { state: ImportStatus }) {
  switch (state.state) {
    case 'reading':
    case 'storing':
      return <Running state={state} />
    case 'done':
      return <ImportDone state={state} />
    case 'refused':
      return <ImportRefused state={state} />
    case 'failed':
      return <ImportStopped refusal={state.refusal} />
  }
}

function Running({ state }: { state: ImportStatus }) {
  const { say, formats } = useSpeech()
  const { bytesRead, bytesTotal, rowsRead, rowsStored } = state
  const reading = state.state === 'reading'
  const values = {
    read: formats.bytes(bytesRead),
    total: formats.bytes(bytesTotal),
    stored: formats.count(rowsStored),
    count: rowsRead,
  }
  const [done, all] = reading ? [bytesRead, bytesTotal] : [rowsStored, rowsRead]
  return (
    <div className="stack prose">
      <Progress
        label={say(reading ? 'import.reading' : 'import.storing')}
        words={say(reading ? 'import.readSoFar' : 'import.storedSoFar', values)}
        done={all > 0 ? done / all : undefined}
      />
      <p className="soft">{say('import.mayLeave')}</p>
    </div>
  )
}
