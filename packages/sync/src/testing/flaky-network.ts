import { canonicalJson } from '@sathi/domain'
import type { z } from 'zod'
import type { Office, Unreachable } from '../device/index.ts'
import {
  BlobAnswer,
  BlobRequest,
  HelloAnswer,
  HelloRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '../messages/index.ts'
import type { Actor } from '../office/index.ts'
import { watchPull, watchPush } from './watch-office.ts'
import { beside, type SimulatedDevice, type World } from './world.ts'

type Message = keyof Office

const unreachable: Unreachable = { state: 'unreachable', why: 'no-network' }

/** The office as a device reaches it: requests and answers get lost, are late, and come again when nobody expects them. */
export function flakyOffice(world: World, device: SimulatedDevice): Office {
  const { life } = device
  const ask = async <Answer>(message: Message, request: unknown): Promise<Answer | Unreachable> => {
    const { lots, tides, weather, network } = world
    await tides.step(life)
    if (lots.chance(weather.lost)) return unreachable
    const asSent = asOnWire(world, requests[message], request)
    if (lots.chance(weather.repeated)) {
      const steps = 1 + lots.below(40)
      void beside(
        world,
        (async () => {
          for (let step = 0; step < steps; step += 1) await tides.step(network)
          await deliver(world, device, message, asSent)
        })(),
      )
    }
    const answer = await deliver(world, device, message, asSent)
    if (message === 'pull') device.answeredIn = world.epoch
    await tides.step(life)
    if (lots.chance(weather.lost)) return unreachable
    return asOnWire(world, answers[message], answer) as Answer
  }
  return {
    hello: (request) => ask('hello', request),
    wiped: (request) => ask('wiped', request),
    push: (request) => ask('push', request),
    pull: (request) => ask('pull', request),
    blob: (request) => ask('blob', request),
    chunk: (request) => ask('chunk', request),
    fetch: (request) => ask('fetch', request),
  }
}

/** The office's side of a request. When the office crashes meanwhile, no answer comes. */
function deliver(
  world: World,
  device: SimulatedDevice,
  message: Message,
  request: unknown,
): Promise<unknown> {
  const actor: Actor = { member: device.member, author: device.author, device: device.id }
  const { answers: answer } = world.build
  const answering = (): Promise<unknown> => {
    switch (message) {
      case 'push':
        return watchPush(world, actor, request as PushRequest)
      case 'pull':
        return watchPull(world, actor, request as PullRequest)
      default:
        return answer[message](world.ports, actor, request as never)
    }
  }
  return new Promise((resolve, reject) => {
    const cutOff = (): void => {
      world.underway.delete(cutOff)
      resolve(unreachable)
    }
    world.underway.add(cutOff)
    answering()
      .then(resolve, reject)
      .finally(() => world.underway.delete(cutOff))
  })
}

const requests: Partial<Record<Message, z.ZodType>> = {
  hello: HelloRequest,
  push: PushRequest,
  pull: PullRequest,
  blob: BlobRequest,
}
const answers: Partial<Record<Message, z.ZodType>> = {
  hello: HelloAnswer,
  push: PushAnswer,
  pull: PullAnswer,
  blob: BlobAnswer,
}

/** Now and then a message is written and read as it would be on the wire, and must be the same. */
function asOnWire(world: World, schema: z.ZodType | undefined, message: unknown): unknown {
  const isAnswer = (message as { state?: unknown }).state !== 'unreachable'
  if (schema === undefined || !isAnswer || !world.lots.chance(5)) return message
  const read = schema.parse(JSON.parse(JSON.stringify(message)))
  if (canonicalJson(read) !== canonicalJson(message)) throw new Error('a message that its schema changes')
  return read
}
