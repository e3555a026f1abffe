/** Every way in which the server says no. The web app words each of them in three languages. */
export const refusalKinds = [
  'already-set-up',
  'bad-name',
  'bad-period',
  'changed-meanwhile',
  'disk-full',
  'document-under-way',
  'fault',
  'import-under-way',
  'not-set-up',
  'not-there',
  'not-this-computer',
  'not-understood',
  'period-too-long',
  'too-large',
  'too-often',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** Why the server says no. Message and remedy are English, for those who have no words of their own for the kind. */
export type Refusal = { readonly kind: RefusalKind; readonly message: string; readonly remedy: string }
