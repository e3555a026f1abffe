/** Every way in which the server says no. The web app words each of them in three languages. */
export const refusalKinds = [
  'already-set-up',
  'bad-name',
  'bad-period',
  'card-refused',
  'changed-meanwhile',
  'code-taken',
  'device-waits',
  'disk-full',
  'document-under-way',
  'fault',
  'foreign-page',
  'import-under-way',
  'invitation-void',
  'last-lead',
  'not-set-up',
  'not-signed-in',
  'not-there',
  'not-this-computer',
  'not-understood',
  'not-yours-to-do',
  'overtaken',
  'period-too-long',
  'reason-missing',
  'second-factor-refused',
  'sign-in-refused',
  'too-large',
  'too-many-devices',
  'too-often',
  'waits-for-approval',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** Why the server says no. Message and remedy are English, for those who have no words of their own for the kind. */
export type Refusal = { readonly kind: RefusalKind; readonly message: string; readonly remedy: string }
