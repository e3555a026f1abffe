import type { RefusalKind } from '@sathi/contract/refusal'

/** Every way in which the server says no, and the fault of a program between here and it. */
export const enRefusals = {
  'refusal.already-set-up': 'An organisation has been set up already. Nothing was changed. Go on to the report.',
  'refusal.bad-name': 'The name must be one line of at most 200 characters. Please type it again.',
  'refusal.bad-period': 'The period must begin before it ends. Please choose its first and its last day again.',
  'refusal.changed-meanwhile': 'What is stored was changed while your list was read. Nothing of the list was stored. Bring it in again.',
  'refusal.disk-full':
    'The disk is full. Nothing of this was stored; everything that was stored before is safe. Free at least 1 GB on it, then try again.',
  'refusal.document-under-way': 'Other line lists are being written just now. Nothing is lost. Wait until they are done, then ask again.',
  'refusal.fault': 'Something went wrong in Sathi. Nothing that was stored is lost. Try again.',
  'refusal.import-under-way': 'Another import is under way. Wait until it has ended, then try again.',
  'refusal.not-set-up': 'No organisation has been set up yet. Please begin with its name.',
  'refusal.not-there': 'There is nothing here any more. Go back and open it again.',
  'refusal.not-this-computer': 'Sathi is only answered on the computer that it runs on. Open the address that it printed when it started.',
  'refusal.not-understood': 'Sathi could not read what was asked. Nothing was changed. Go back and try again.',
  'refusal.period-too-long': 'The period is longer than 40 years. Please choose a shorter one.',
  'refusal.too-large': 'What was sent is larger than Sathi takes at once. Nothing was stored. Send it in smaller parts.',
  'refusal.too-often': 'Sathi was asked too often within a minute. Nothing was changed. Wait a minute, then try again.',
  'refusal.unexpected': 'Something went wrong in Sathi. Nothing that was stored is lost. Try again.',
} as const satisfies Readonly<Record<`refusal.${RefusalKind | 'unexpected'}`, string>>
