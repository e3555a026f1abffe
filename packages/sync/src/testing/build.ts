import { resolveFacts } from '@sathi/domain'
import { type DeviceStore, runRound, saveEntry } from '../device/index.ts'
import {
  answerBlob,
  answerChunk,
  answerFetch,
  answerHello,
  answerPull,
  answerPush,
  answerWiped,
  type OfficePorts,
} from '../office/index.ts'
import type { OfficeMistakes } from './open-transaction.ts'

/** The parts that schedules are run with. A broken build has another part in the place of one. */
export type Build = {
  readonly answers: {
    readonly hello: typeof answerHello
    readonly wiped: typeof answerWiped
    readonly push: typeof answerPush
    readonly pull: typeof answerPull
    readonly blob: typeof answerBlob
    readonly chunk: typeof answerChunk
    readonly fetch: typeof answerFetch
  }
  readonly runRound: typeof runRound
  readonly saveEntry: typeof saveEntry
  readonly resolveFacts: typeof resolveFacts
  readonly office: OfficeMistakes
  /** What the office's answers are given, made out of what they ought to be given. */
  readonly officePorts: (ports: OfficePorts) => OfficePorts
  readonly deviceStore: (store: DeviceStore) => DeviceStore
}

/** Everything as it ought to be. */
export const soundBuild: Build = {
  answers: {
    hello: answerHello,
    wiped: answerWiped,
    push: answerPush,
    pull: answerPull,
    blob: answerBlob,
    chunk: answerChunk,
    fetch: answerFetch,
  },
  runRound,
  saveEntry,
  resolveFacts,
  office: {},
  officePorts: (ports) => ports,
  deviceStore: (store) => store,
}
