import type { Compartment, Entry, Instant, MemberId } from '@sathi/domain'
import { type Access, judgeWriting, mayOpen, mayRead } from '@sathi/domain/staff'
import { instantOf } from '../measures/index.ts'
import type { PullAnswer, PullRequest, PushAnswer, PushRequest } from '../messages/index.ts'
import type { Actor } from '../office/index.ts'
import { accessIn } from './invented-people.ts'
import { cardOf, verify } from './invented-seals.ts'
import { violate, type World } from './world.ts'

/** Answers a push, and looks whether what was stored might be stored (SYN-3, SYN-10, SYN-11). */
export async function watchPush(world: World, actor: Actor, request: PushRequest): Promise<PushAnswer> {
  const before = await world.office.inspect()
  const watching = beginWatch(world, await world.office.readBook())
  const answer = await world.build.answers.push(world.ports, actor, request)
  if (!('outcomes' in answer)) return answer
  const judges = await watching.judgesOf(actor.member)
  const after = await world.office.inspect()
  const ids = new Set(before.entries.map(({ entry }) => entry.id))
  for (const [index, outcome] of answer.outcomes.entries()) {
    if (outcome.state !== 'stored' || before.epoch !== after.epoch) continue
    const submission = request.submissions[index]
    if (submission === undefined) continue
    const { entry } = submission
    if (ids.has(entry.id)) violate(world, 'SYN-3', `${entry.id} was stored a second time`)
    const allowed = judges.some(
      ({ access, at }) =>
        judgeWriting(access, { kind: entry.kind, subject: entry.subject }, at, at).answer === 'allowed',
    )
    if (!allowed)
      violate(world, 'SYN-10', `${actor.author} stored ${entry.kind} ${entry.id}, which she may not write`)
    if (!(await verify(entry, cardOf(actor.member)))) {
      violate(world, 'SYN-10', `${entry.id} was stored with a signature that does not hold`)
    }
    if (submission.blobs?.some((blob) => !after.finishedBlobs.has(blob))) {
      violate(world, 'SYN-11', `${entry.id} was stored before its files`)
    }
  }
  return answer
}

/** Answers a pull, and looks whether what was given might be given (SYN-10). */
export async function watchPull(world: World, actor: Actor, request: PullRequest): Promise<PullAnswer> {
  const watching = beginWatch(world, await world.office.readBook())
  const answer = await world.build.answers.pull(world.ports, actor, request)
  if (answer.state !== 'page') return answer
  const judges = await watching.judgesOf(actor.member)
  for (const change of answer.changes) {
    if (change.change !== 'entry') continue
    const { entry } = change
    const isHers = ({ access, at }: Judged): boolean =>
      mayRead(access, entry.kind, entry.subject, at) &&
      boxesOf(entry).every((one) => mayOpen(access, one, entry.subject.id, at))
    if (!judges.some(isHers))
      violate(world, 'SYN-10', `${actor.author} was given ${entry.id}, which is not hers`)
  }
  return answer
}

type Judged = { readonly access: Access; readonly at: Instant }

/** Access may change while a message is answered: what was right at any moment of it is right. */
function beginWatch(world: World, first: World['books'][number]) {
  const from = world.books.length
  const begun = instantOf(world.tides.now())
  return {
    async judgesOf(member: MemberId): Promise<readonly Judged[]> {
      const books = [first, ...world.books.slice(from), await world.office.readBook()]
      return books.flatMap((book) =>
        [begun, instantOf(world.tides.now())].map((at) => ({ access: accessIn(book, member), at })),
      )
    },
  }
}

function boxesOf({ sealed = {} }: Entry): Compartment[] {
  return Object.entries(sealed).flatMap(([name, part]) => ('box' in part ? [name as Compartment] : []))
}
