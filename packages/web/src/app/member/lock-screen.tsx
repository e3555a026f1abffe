import type { HeldBack } from '../../device/index.ts'
import { Button, Notice, Page, Waiting } from '../../ui/index.ts'
import type { GateState } from './device-gate.ts'
import { type MemberMessageId, useMemberSpeech } from './member-speech.ts'
import { thisGate } from './this-device.ts'
import { UnlockForm } from './unlock-form.tsx'

/** What a device shows that is not open: nothing of what lies in it. */
export function LockScreen({ gate }: { gate: Exclude<GateState, { state: 'open' }> }) {
  const { tell } = useMemberSpeech()
  switch (gate.state) {
    case 'looking':
      return <Waiting words={tell('unlock.looking')} />
    case 'new':
    case 'erased':
    case 'damaged':
      return <Nothing state={gate.state} />
    case 'held-back':
      return <Held why={gate.why} asked={gate.asked} />
    case 'locked':
    case 'unlocking': {
      const by = gate.state === 'locked' ? gate.by : undefined
      const why = by === 'nobody-there' || by === 'other-tab' || by === 'asked' ? by : undefined
      return (
        <Page title={tell('unlock.title')} narrow lead={why !== undefined && <p>{tell(`by.${why}`)}</p>}>
          <UnlockForm
            last={gate.state === 'locked' ? gate.last : undefined}
            isUnlocking={gate.state === 'unlocking'}
            onUnlock={(secret) => thisGate.unlock(secret)}
          />
        </Page>
      )
    }
  }
}

function Nothing({ state }: { state: 'new' | 'erased' | 'damaged' }) {
  const { tell } = useMemberSpeech()
  return (
    <Page title={tell('unlock.title')} narrow>
      <Notice standing={state === 'damaged' ? 'notice' : 'quiet'} title={tell(`${state}.title`)}>
        <p>{tell(`${state}.words`)}</p>
      </Notice>
    </Page>
  )
}

/** The passphrase was right, and the office has the next word. */
function Held({ why, asked }: { why: HeldBack; asked: 'no' | 'asking' | 'unreachable' }) {
  const { tell, formats } = useMemberSpeech()
  const isLease = why.why === 'lease-over'
  const title: MemberMessageId = isLease ? 'lease.title' : `office.${why.reason}`
  return (
    <Page title={tell('unlock.title')} narrow>
      <Notice
        standing="notice"
        title={tell(title)}
        spoken="status"
        actions={
          <>
            <Button weight="strong" isDisabled={asked === 'asking'} onPress={() => thisGate.askOffice()}>
              {tell(asked === 'asking' ? 'ask.busy' : 'ask.go')}
            </Button>
            <Button onPress={() => thisGate.lock()}>{tell('lock')}</Button>
          </>
        }
      >
        <p>{tell(isLease ? 'lease.words' : 'office.words')}</p>
        {isLease && <p>{tell('lease.since', { at: formats.instant(why.since) })}</p>}
        {asked === 'unreachable' && <p>{tell('ask.unreachable')}</p>}
      </Notice>
    </Page>
  )
}
