export { type AccessJudge, judgeBy } from './access-judge.ts'
export { answerBlob, answerChunk, answerFetch } from './answer-blob.ts'
export { answerHello, answerWiped } from './answer-hello.ts'
export { answerPull } from './answer-pull.ts'
export { answerPush } from './answer-push.ts'
export type { OfficePorts } from './office-ports.ts'
export type {
  AccessEvent,
  Actor,
  DeviceStanding,
  FedEntry,
  FeedEnd,
  FeedRange,
  Greeting,
  HeldWrap,
  NumberedEvent,
  OfficeStore,
  OfficeTransaction,
  OpenedCase,
  Quarantined,
} from './office-store.ts'
export { withhold } from './withhold.ts'
