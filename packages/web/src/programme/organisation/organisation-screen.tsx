import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { renameOrganisation } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Page } from '../../ui/index.ts'
import { NameForm } from './name-form.tsx'

const root = getRouteApi('__root__')

/** The organisation's name, to be changed. */
export function OrganisationScreen() {
  const { say } = useSpeech()
  const answer = root.useLoaderData()
  const [kept, setKept] = useState(false)
  const name = answer.state === 'answered' && answer.value.state === 'ready' ? answer.value.name : null
  return (
    <Page title={say('organisation.title')} lead={<p>{say('organisation.lead')}</p>} narrow>
      <NameForm
        name={name ?? ''}
        words={say('organisation.keep')}
        send={(next) => {
          setKept(false)
          return renameOrganisation(next)
        }}
        onKept={() => setKept(true)}
      />
      <p role="status">{kept ? say('organisation.kept') : ''}</p>
    </Page>
  )
}
