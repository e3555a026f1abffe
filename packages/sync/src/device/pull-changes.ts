import type { SubjectId } from '@sathi/domain'
import { mostInMessage, protocol } from '../measures/index.ts'
import type { PullAnswer } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import type { DeviceStore, DeviceWrite } from './device-store.ts'
import { judgeChanges } from './judge-changes.ts'
import { isUnreachable, type Unreachable } from './office.ts'
import { sendAllAgain } from './send-all-again.ts'

export type PullEnd =
  | { readonly state: 'done' }
  /** What was written of a case that is lost must go up before the case is erased. */
  | { readonly state: 'push-first' }
  | { readonly state: 'too-old'; readonly oldest: string }
  | Unreachable

/** Fetches what changed, page by page until there is no more; each page in one transaction with the cursor behind it. */
export async function pullChanges(ports: DevicePorts): Promise<PullEnd> {
  for (;;) {
    const { cursor, epoch } = await ports.store.readState()
    const answer = await ports.office.pull({
      protocol,
      device: ports.device,
      appVersion: ports.appVersion,
      cursor,
      epoch,
      limit: mostInMessage,
    })
    if (isUnreachable(answer)) return answer
    if (await mustPushFirst(ports.store, answer)) return { state: 'push-first' }
    switch (answer.state) {
      case 'page':
        await ports.store.commit([
          ...(await judgeChanges(ports, answer.changes)),
          { write: 'state', state: { cursor: answer.cursor } },
        ])
        if (answer.more) break
        await eraseHandedOver(ports.store)
        return { state: 'done' }
      case 'begin-again':
        await ports.store.commit(await beginningAgain(ports.store, answer))
        if (answer.why === 'restored') return { state: 'push-first' }
        break
      case 'too-old':
        await ports.store.commit([
          ...answer.revoked.map((subject) => ({ write: 'purge', subject }) as const),
          { write: 'state', state: { tooOldFor: answer.oldest } },
        ])
        await eraseHandedOver(ports.store)
        return { state: 'too-old', oldest: answer.oldest }
    }
  }
}

/** Whether the page erases a case of which something still waits here. The worker may be writing at this moment. */
async function mustPushFirst(store: DeviceStore, answer: PullAnswer): Promise<boolean> {
  const revoked = revokedIn(answer)
  if (revoked.size === 0 && answer.state !== 'begin-again') return false
  const toGo = await store.listItems(['to-go'])
  if (answer.state === 'begin-again') return toGo.length > 0
  return toGo.some(({ submission }) => revoked.has(submission.entry.subject.id))
}

function revokedIn(answer: PullAnswer): ReadonlySet<SubjectId> {
  if (answer.state === 'too-old') return new Set(answer.revoked)
  if (answer.state !== 'page') return new Set()
  return new Set(answer.changes.flatMap((one) => (one.change === 'revoked' ? [one.subject] : [])))
}

/**
 * What went into quarantine of a case that never was hers to see, by the office's account, is told by no revocation:
 * with everything pulled and nothing held of it, it is erased here.
 */
async function eraseHandedOver(store: DeviceStore): Promise<void> {
  const aside = await store.listItems(['quarantined'])
  const subjects = [...new Set(aside.map(({ submission }) => submission.entry.subject.id))]
  const writes: DeviceWrite[] = []
  for (const subject of subjects) {
    if ((await store.listHeld(subject)).length === 0) writes.push({ write: 'purge', subject })
  }
  if (writes.length > 0) await store.commit(writes)
}

/** After a restore the office may lack what it had acknowledged: what was written here goes up once more. */
async function beginningAgain(
  store: DeviceStore,
  { why, cursor }: Extract<PullAnswer, { state: 'begin-again' }>,
): Promise<readonly DeviceWrite[]> {
  const again: readonly DeviceWrite[] = [{ write: 'state', state: { cursor } }]
  if (why === 'roles-changed') return [{ write: 'purge-all', own: 'go' }, ...again]
  return [{ write: 'purge-all', own: 'stay' }, ...(await sendAllAgain(store)), ...again]
}
