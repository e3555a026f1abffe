import type { DevicePorts, NewWrap, Office, PullAnswer, Unreachable } from '@sathi/sync'
import { openHeldKey } from './compartment-keys.ts'
import type { Session } from './session.ts'
import { isBelieved, noteCards, trustedCards } from './trusted-cards.ts'
import { makeVouchedWrap } from './vouched-wrap.ts'

/** What a round of this session needs: its store, the office, and what only her keys can do. */
export function roundPorts(session: Session, office: Office, appVersion: string): DevicePorts {
  return {
    store: session.store,
    office: { ...office, pull: async (request) => noted(session, await office.pull(request)) },
    device: session.profile.device,
    appVersion,
    now: () => session.now(),
    verify: (entry) => isBelieved(session, entry),
    async makeWrap(wanted, held): Promise<NewWrap | undefined> {
      const usable = await session.keys
      const publicKey = await findPublicKey(session, wanted.holder)
      const opened = await openHeldKey(session, held, 'to_pass_on')
      if (usable === undefined || publicKey === undefined || !opened?.isVouched) return undefined
      const { subject, compartment, version, holder } = wanted
      const name = { subject, compartment, version }
      const signingKey = usable.keys.signing
      const wrap = await makeVouchedWrap(session, opened.key, name, { id: holder, publicKey }, signingKey)
      return { ...name, holder, wrap }
    },
  }
}

/** The key to wrap to: of the organisation, or of a member whose card is trusted. */
export async function findPublicKey(
  session: Session,
  holder: NewWrap['holder'],
): Promise<string | undefined> {
  if (holder === 'recovery') return session.profile.recoveryPublicKey
  return (await trustedCards(session)).get(holder)?.sealing
}

function noted(session: Session, answer: PullAnswer | Unreachable): PullAnswer | Unreachable {
  if (answer.state === 'page') {
    noteCards(
      session,
      answer.changes.flatMap((one) => (one.change === 'member' ? [one.card] : [])),
    )
  }
  return answer
}
