import { auditLists, type Sight } from '@sathi/domain/staff'
import { z } from 'zod'
import type { Route } from '../route/index.ts'
import {
  AssignmentIdText,
  BreakGlassIdText,
  InstantText,
  MemberIdText,
  RoleName,
  SealedText,
  SubjectIdText,
} from './identifiers.ts'

export const AssignmentView = z
  .strictObject({
    id: AssignmentIdText,
    member: MemberIdText,
    subject: SubjectIdText,
    as: RoleName.nullable(),
    from: InstantText,
    until: InstantText.nullable(),
    givenBy: MemberIdText,
    state: z.enum(['coming', 'running', 'ended']),
  })
  .readonly()
export type AssignmentView = z.output<typeof AssignmentView>

export const assignmentsRoute = {
  method: 'GET',
  path: '/api/assignments',
  summary: 'Whose cases are whose: of a member, of a case, or all',
  query: z.object({ member: MemberIdText.optional(), subject: SubjectIdText.optional() }),
  answer: z.strictObject({ assignments: z.array(AssignmentView).readonly() }),
} as const satisfies Route

export const assignRoute = {
  method: 'POST',
  path: '/api/assignments',
  summary: 'Gives a member a case',
  body: z.strictObject({
    id: AssignmentIdText,
    member: MemberIdText,
    subject: SubjectIdText,
    as: RoleName.nullable(),
    from: InstantText.nullable().meta({ description: 'Null: from now.' }),
    until: InstantText.nullable(),
  }),
  answer: AssignmentView,
  status: 201,
} as const satisfies Route

export const endAssignmentRoute = {
  method: 'POST',
  path: '/api/assignments/:id/end',
  summary: 'Takes a case from a member',
  params: z.object({ id: AssignmentIdText }),
  answer: AssignmentView,
} as const satisfies Route

/** The reason in words, each sealed to one who must be able to read it. */
const SealedWords = z.strictObject({ holder: MemberIdText, box: SealedText }).readonly()

export const BreakGlassView = z
  .strictObject({
    id: BreakGlassIdText,
    member: MemberIdText,
    subject: SubjectIdText,
    reason: z.enum(auditLists.breakGlassReasons.codes),
    words: z.array(SealedWords).readonly(),
    openedAt: InstantText,
    until: InstantText,
    state: z.enum(['running', 'ended']),
    seenBy: MemberIdText.nullable(),
    seenAt: InstantText.nullable(),
  })
  .readonly()
export type BreakGlassView = z.output<typeof BreakGlassView>

export const breakGlassListRoute = {
  method: 'GET',
  path: '/api/break-glass',
  summary: 'Cases opened in need: all for the data-protection lead, her own for everybody else',
  answer: z.strictObject({ openings: z.array(BreakGlassView).readonly() }),
} as const satisfies Route

export const openBreakGlassRoute = {
  method: 'POST',
  path: '/api/break-glass',
  summary: 'Opens a case in need, for hours',
  body: z.strictObject({
    id: BreakGlassIdText,
    subject: SubjectIdText,
    reason: z.enum(auditLists.breakGlassReasons.codes),
    words: z.array(SealedWords).min(1).max(50).readonly(),
    hours: z.int().min(1).max(24),
  }),
  answer: BreakGlassView,
  status: 201,
} as const satisfies Route

const ofOpening = z.object({ id: BreakGlassIdText })

export const endBreakGlassRoute = {
  method: 'POST',
  path: '/api/break-glass/:id/end',
  summary: 'Closes the case again',
  params: ofOpening,
  answer: BreakGlassView,
} as const satisfies Route

export const seeBreakGlassRoute = {
  method: 'POST',
  path: '/api/break-glass/:id/seen',
  summary: 'The data-protection lead has looked at it',
  params: ofOpening,
  answer: BreakGlassView,
} as const satisfies Route

const CaseReader = z.strictObject({
  member: MemberIdText,
  reads: z.array(z.string()).readonly(),
  holds: z.record(z.string(), z.enum(['in_hand', 'in_reserve'])).readonly(),
})
export type CaseReader = z.output<typeof CaseReader>

export const whoMayReadRoute = {
  method: 'GET',
  path: '/api/cases/:id/readers',
  summary: 'Who may read what of a case',
  params: z.object({ id: SubjectIdText }),
  answer: z.strictObject({ readers: z.array(CaseReader).readonly() }),
} as const satisfies Route

export const sightRoute = {
  method: 'GET',
  path: '/api/members/:id/sight',
  summary: 'What this person would see',
  params: z.object({ id: MemberIdText }),
  answer: z.strictObject({ sight: z.custom<Sight>() }),
} as const satisfies Route
