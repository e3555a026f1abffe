import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type Organisation, renameOrganisation, setUpOrganisation } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Notice, Page } from '../../ui/index.ts'
import { NameForm } from './name-form.tsx'

const root = getRouteApi('__root__')

/** The first visit: whose records these will be, or are where they came by the command line. */
export function SetUpScreen() {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const answer = root.useLoaderData()
  const hasRecords = answer.state === 'answered' && answer.value.state === 'ready'
  return (
    <Page title={say('setUp.title')} lead={<p>{say(hasRecords ? 'setUp.unnamed' : 'setUp.lead')}</p>} narrow>
      <NameForm
        name=""
        words={say('setUp.go')}
        send={hasRecords ? renameOrganisation : setUpOrganisation}
        onKept={() => navigate({ to: hasRecords ? '/report' : '/import' })}
      />
      {hasRecords && (
        <p>
          <Link to="/report" className="big-link">
            {say('setUp.later')}
          </Link>
        </p>
      )}
      {answer.state === 'answered' && <WhoCanReachIt listensOn={answer.value.listensOn} />}
    </Page>
  )
}

function WhoCanReachIt({ listensOn }: Pick<Organisation, 'listensOn'>) {
  const { say } = useSpeech()
  return listensOn === 'this-computer' ? (
    <Notice standing="quiet" title={say('setUp.localTitle')}>
      <p>{say('setUp.localWords')}</p>
    </Notice>
  ) : (
    <Notice standing="quiet" title={say('setUp.networkTitle')}>
      <p>{say('setUp.networkWords', { address: location.host })}</p>
    </Notice>
  )
}
