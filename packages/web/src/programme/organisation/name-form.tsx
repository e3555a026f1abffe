import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField'
import { type Answer, NoServer, type Organisation, RefusalNotice } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Button } from '../../ui/index.ts'
import './name-form.css'

type NameFormProps = {
  readonly name: string
  /** What the button says. */
  readonly words: string
  readonly send: (name: string) => Promise<Answer<Organisation>>
  /** What happens when the name is kept; every screen knows it by then. */
  readonly onKept: () => void
}

type Sent = Answer<Organisation> | { readonly state: 'writing' | 'sending' }

/** Asks for the name of the organisation. */
export function NameForm({ name: before, words, send, onKept }: NameFormProps) {
  const { say } = useSpeech()
  const router = useRouter()
  const [name, setName] = useState(before)
  const [sent, setSent] = useState<Sent>({ state: 'writing' })
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setSent({ state: 'sending' })
    const answer = await send(name.trim())
    setSent(answer)
    if (answer.state !== 'answered') return
    await router.invalidate()
    onKept()
  }
  return (
    <>
      <form className="name-form" onSubmit={submit}>
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
            {words}
          </Button>
        </div>
      </form>
      {sent.state === 'refused' && <RefusalNotice refusal={sent.refusal} />}
      {sent.state === 'unreachable' && <NoServer onRetry={() => submit()} />}
    </>
  )
}
