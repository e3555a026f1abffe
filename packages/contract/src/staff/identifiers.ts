import { type Instant, isUuid, type MemberId, type SubjectId } from '@sathi/domain/journal'
import { roles } from '@sathi/domain/staff'
import { z } from 'zod'

/** A device's id: a UUID made on the device for one member's work on it. */
export type DeviceId = string & { readonly deviceId: unique symbol }
/** A session's id: a UUID. It names the session to its member and opens nothing. */
export type SessionId = string & { readonly sessionId: unique symbol }
/** An assignment's id: a UUID. */
export type AssignmentId = string & { readonly assignmentId: unique symbol }
/** The id of a case opened in need: a UUID. */
export type BreakGlassId = string & { readonly breakGlassId: unique symbol }

function uuid<Id extends string>() {
  return z.custom<Id>((value) => typeof value === 'string' && isUuid(value))
}

export const MemberIdText = uuid<MemberId>()
export const SubjectIdText = uuid<SubjectId>()
export const DeviceIdText = uuid<DeviceId>()
export const SessionIdText = uuid<SessionId>()
export const AssignmentIdText = uuid<AssignmentId>()
export const BreakGlassIdText = uuid<BreakGlassId>()
export const UuidText = uuid<string>()
export const OrganisationIdText = UuidText

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
export const InstantText = z.custom<Instant>((value) => typeof value === 'string' && instant.test(value))

export const RoleName = z.enum(roles)
/** Each role once, in the order of the table. */
export const RoleNames = z
  .array(RoleName)
  .max(roles.length)
  .transform((given) => roles.filter((role) => given.includes(role)))

/** As line lists and entries name a member. */
export const UserCode = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?$/)
/** One line that people read. */
export const PlainName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine(
    (text) =>
      text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text.replaceAll(/[\u200c\u200d]/g, '')),
  )

/** 32 bytes, base64url: a public key, a secret, a digest. */
export const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** 64 bytes, base64url. */
export const Signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/)
/** Bytes that were sealed on a device, base64url. */
export const SealedText = z
  .string()
  .min(40)
  .max(8192)
  .regex(/^[A-Za-z0-9_-]+$/)

export const ThisDevice = z.strictObject({ id: DeviceIdText, name: PlainName }).readonly()
