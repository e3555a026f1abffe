import type { Refusal, RefusalKind } from '@sathi/contract/refusal'
import type { FastifyReply } from 'fastify'
import { notThere, sendRefusal } from '../contract/index.ts'

/** What the routes of people and sign-in refuse, with the status and the words for those who have none of their own. */
const words: Partial<
  Readonly<Record<RefusalKind, readonly [status: number, message: string, remedy: string]>>
> = {
  'already-set-up': [409, 'An organisation has been set up already. Nothing was changed.', 'Sign in.'],
  'card-refused': [
    400,
    'The signature on this approval does not fit the person, her keys, or the approver. Nothing was changed.',
    'Check the invitation again, then approve once more.',
  ],
  'code-taken': [409, 'Somebody has this user code already. Nothing was changed.', 'Choose another code.'],
  'device-waits': [
    403,
    'This device is not approved.',
    'Approve it on another device, or ask the data-protection lead.',
  ],
  'foreign-page': [
    403,
    'This came from a page of elsewhere. Nothing was changed.',
    'Open Sathi by its own address.',
  ],
  'invitation-void': [
    410,
    'This invitation was used, is too old, or was taken back. Nothing was changed.',
    'Ask for a new one.',
  ],
  'last-lead': [
    409,
    'Nobody else is data-protection lead. Nothing was changed.',
    'Give somebody else that role first.',
  ],
  'not-set-up': [409, 'No organisation has been set up yet.', 'Set it up first.'],
  'not-signed-in': [401, 'You are not signed in, or no more.', 'Sign in again.'],
  'not-understood': [400, 'The request could not be read. Nothing was changed.', 'Go back and try again.'],
  'not-yours-to-do': [403, 'Your roles do not include this. Nothing was changed.', 'Ask who gives roles.'],
  overtaken: [409, 'Somebody has changed this meanwhile. Nothing was changed now.', 'Open it again.'],
  'reason-missing': [
    400,
    'The reason must be readable by every data-protection lead. Nothing was opened.',
    'Fetch their cards, then try again.',
  ],
  'second-factor-refused': [
    401,
    'The code or passkey does not fit, or came too late. Nothing was changed.',
    'Try the next code, or sign in again.',
  ],
  'sign-in-refused': [401, 'User code and passphrase do not fit together.', 'Check both and try again.'],
  'too-many-devices': [409, 'Too many new devices wait for approval.', 'Remove those that are strange.'],
  'too-often': [429, 'This was tried too often. It was not looked at.', 'Wait a little, then try again.'],
  'waits-for-approval': [
    403,
    'These keys are not approved yet.',
    'Ask whoever sent the invitation to approve them.',
  ],
}

/** Answers with a refusal of people or sign-in. */
export function sendNo(reply: FastifyReply, kind: RefusalKind): FastifyReply {
  const known = words[kind]
  if (known === undefined) return sendRefusal(reply, 404, notThere)
  const [status, message, remedy] = known
  const refusal: Refusal = { kind, message, remedy }
  return sendRefusal(reply, status, refusal)
}
