import { type EntryFault, type Instant, isUuid, type MemberId } from '../journal/index.ts'
import { type AuditEventName, type AuditField, auditEvents, findAuditCodes } from './audit-events.ts'

/** One event of the audit journal, before it has a place and a hash there. */
export type AuditEvent = {
  readonly name: AuditEventName
  /** Who did it; null when nobody was signed in, or when the server did it by itself. */
  readonly by: MemberId | null
  /** The device it was done from; null for the command line and for the server itself. */
  readonly device: string | null
  /** When it happened, by the clock of where it happened: offline reads arrive later. */
  readonly happenedAt: Instant
  readonly fields: Readonly<Record<string, unknown>>
}

/** Every fault of an audit event: fields missing, fields it has not, values that are no id, code or number. */
export function judgeAuditEvent(event: AuditEvent): readonly EntryFault[] {
  const declared: Readonly<Record<string, AuditField>> = Object.hasOwn(auditEvents, event.name)
    ? auditEvents[event.name].fields
    : {}
  const extra = Object.keys(event.fields).filter((name) => !Object.hasOwn(declared, name))
  return [
    ...(Object.hasOwn(auditEvents, event.name) ? [] : [{ field: 'name', accepted: 'an event of the list' }]),
    ...(event.by === null || isUuid(event.by) ? [] : [{ field: 'by', accepted: 'a UUID in lower case' }]),
    ...(event.device === null || isUuid(event.device)
      ? []
      : [{ field: 'device', accepted: 'a UUID in lower case' }]),
    ...(isInstant(event.happenedAt) ? [] : [{ field: 'happened_at', accepted: 'an instant in UTC' }]),
    ...extra.map((name) => ({ field: name, accepted: 'no such field in this event' })),
    ...Object.entries(declared)
      .filter(([name, field]) => !holdsRightly(field, event.fields[name]))
      .map(([name, field]) => ({ field: name, accepted: acceptedBy(field) })),
  ]
}

function holdsRightly(field: AuditField, value: unknown): boolean {
  if (value === undefined) return !field.required
  if (field.several) return Array.isArray(value) && value.every((one) => isOne(field, one))
  return isOne(field, value)
}

function isOne(field: AuditField, value: unknown): boolean {
  const codes = findAuditCodes(field)
  if (codes !== undefined) return typeof value === 'string' && codes.includes(value)
  switch (field.holds.type) {
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0
    case 'yes_no':
      return value === 'yes' || value === 'no'
    case 'instant':
      return isInstant(value)
    default:
      return typeof value === 'string' && isUuid(value)
  }
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
}

function acceptedBy(field: AuditField): string {
  const codes = findAuditCodes(field)
  if (codes !== undefined) return codes.join(', ')
  switch (field.holds.type) {
    case 'count':
      return 'a whole number from 0'
    case 'yes_no':
      return 'yes, no'
    case 'instant':
      return 'an instant in UTC'
    default:
      return 'a UUID in lower case'
  }
}
