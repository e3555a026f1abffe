import { useNavigate, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField'
import { NoServer, RefusalNotice, setUpOrganisation } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Button, Notice, Page } from '../../ui/index.ts'
import './set-up-screen.css'

type Sent = Awaited<ReturnType<typeof setUpOrganisation>> | { readonly state: 'writing' | 'sending' }

/** The first visit: whose records these will be. */
export function SetUpScreen() {
  const { say } = useSpeech()
  const router = useRouter()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [sent, setSent] = useState<Sent>({ state: 'writing' })
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    setSent({ state: 'sending' })
    const answer = await setUpOrganisation(name.trim())
    setSent(answer)
    if (answer.state !== 'answered') return
    await router.invalidate()
    await navigate({ to: '/import' })
  }
  return (
    <Page title={say('setUp.title')} lead={<p>{say('setUp.lead')}</p>} narrow>
      <form className="set-up" onSubmit={send}>
        <TextField
          className="field"
          value={name}
          onChange={setName}
          isRequired
          maxLength={200}
          autoComplete="organization"
        >
          <Label>{say('setUp.name')}</Label>
          <Input />
          <Text slot="description">{say('setUp.nameHelp')}</Text>
          <div className="field-error">
            <FieldError>{say('setUp.nameMissing')}</FieldError>
          </div>
        </TextField>
        <div>
          <Button type="submit" weight="strong" isDisabled={sent.state === 'sending'}>
            {say('setUp.go')}
          </Button>
        </div>
      </form>
      {sent.state === 'refused' && <RefusalNotice refusal={sent.refusal} />}
      {sent.state === 'unreachable' && <NoServer onRetry={() => send()} />}
      <Notice standing="quiet" title={say('setUp.localTitle')}>
        <p>{say('setUp.localWords')}</p>
      </Notice>
    </Page>
  )
}
