import type {
  BlobAnswer,
  BlobRequest,
  ChunkRequest,
  FetchAnswer,
  FetchRequest,
  HelloAnswer,
  HelloRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  WipedAnswer,
  WipedRequest,
} from '../messages/index.ts'

/** No answer came, or none that can be read. The request may have arrived all the same. */
export type Unreachable = {
  readonly state: 'unreachable'
  readonly why: 'no-network' | 'signed-out' | 'misunderstood'
}

/** The office as a device reaches it. Answers that are given here are of the form that their type promises. */
export type Office = {
  hello(request: HelloRequest): Promise<HelloAnswer | Unreachable>
  wiped(request: WipedRequest): Promise<WipedAnswer | Unreachable>
  push(request: PushRequest): Promise<PushAnswer | Unreachable>
  pull(request: PullRequest): Promise<PullAnswer | Unreachable>
  blob(request: BlobRequest): Promise<BlobAnswer | Unreachable>
  chunk(request: ChunkRequest): Promise<BlobAnswer | Unreachable>
  fetch(request: FetchRequest): Promise<FetchAnswer | Unreachable>
}

/** Whether no answer came. */
export function isUnreachable(answer: object): answer is Unreachable {
  return 'state' in answer && answer.state === 'unreachable'
}
