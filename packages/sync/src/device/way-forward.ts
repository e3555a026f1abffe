import type { PushRefusal } from '../messages/index.ts'

/**
 * What a worker can do about a refused entry:
 * `write-again`: say it anew, as it would be accepted; `other-code`: choose another code for the case;
 * `send-again`: what was missing may be there now; `seal-again`: seal it under the key that everybody has;
 * `ask-supervisor`: only somebody else can let it in.
 */
export type WayForward = 'write-again' | 'other-code' | 'send-again' | 'seal-again' | 'ask-supervisor'

/** The first thing to offer for a refusal. */
export function wayForward({ reason }: PushRefusal): WayForward {
  switch (reason) {
    case 'subject-code-taken':
    case 'other-subject-code':
      return 'other-code'
    case 'unknown-kind':
    case 'unknown-target':
    case 'unknown-blob':
      return 'send-again'
    case 'sealed-without-key':
      return 'seal-again'
    case 'unknown-subject':
    case 'kind-not-yours':
    case 'other-bytes':
      return 'ask-supervisor'
    case 'faults':
    case 'row-taken':
    case 'other-subject-type':
    case 'other-subject':
    case 'other-kind':
    case 'loop':
    case 'not-signed':
    case 'bad-signature':
    case 'too-large':
      return 'write-again'
  }
}
