/** Why the database cannot be used, in words for the person at the keyboard. */
export type PostgresRefusal = {
  kind: PostgresRefusalKind
  /** What happened and what is safe. */
  message: string
  /** What to do next. */
  remedy: string
}

export type PostgresRefusalKind =
  | 'no-binaries'
  | 'binaries-unusable'
  | 'no-server-user'
  | 'path-unusable'
  | 'folder-not-writable'
  | 'folder-not-ours'
  | 'folder-in-use'
  | 'folder-damaged'
  | 'other-major-version'
  | 'disk-full'
  | 'does-not-start'
  | 'interrupted'
  | 'outside-url-unreadable'
  | 'outside-unreachable'
  | 'outside-sign-in-refused'
  | 'outside-too-old'
  | 'outside-encoding'
  | 'outside-app-login'

/** The outcome of a step of starting up: what it made, or why it stops here. */
export type Started<T> = { ok: true; value: T } | { ok: false; refusal: PostgresRefusal }

export function started<T>(value: T): Started<T> {
  return { ok: true, value }
}

export function refused(
  kind: PostgresRefusalKind,
  message: string,
  remedy: string,
): { ok: false; refusal: PostgresRefusal } {
  return { ok: false, refusal: { kind, message, remedy } }
}

const hopeless: ReadonlySet<PostgresRefusalKind> = new Set([
  'no-binaries',
  'binaries-unusable',
  'no-server-user',
  'path-unusable',
  'folder-not-ours',
  'folder-damaged',
  'other-major-version',
])

/** Whether it stays so however often it is tried; a full disk or too little memory may pass. */
export function isHopeless({ kind }: PostgresRefusal): boolean {
  return hopeless.has(kind)
}

export function interrupted(): Started<never> {
  return refused('interrupted', 'Starting was interrupted. Nothing is lost.', 'Start again.')
}
