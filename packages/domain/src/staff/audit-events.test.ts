import { describe, expect, test } from 'vitest'
import { type AuditField, auditEventNames, auditEvents, findAuditCodes } from './audit-events.ts'
import { aMember, anInstant, caseNumber, memberNumber } from './builders.ts'
import { type AuditEvent, judgeAuditEvent } from './judge-audit-event.ts'

function anEvent(about: Partial<AuditEvent> = {}): AuditEvent {
  return {
    name: 'sealed_read',
    by: aMember,
    device: memberNumber(9),
    happenedAt: anInstant(3),
    fields: { case: caseNumber(1), compartment: 'legal', offline: 'yes' },
    ...about,
  }
}

function faulty(about: Partial<AuditEvent>): string[] {
  return judgeAuditEvent(anEvent(about)).map(({ field }) => field)
}

function aValue(field: AuditField): unknown {
  const [code] = findAuditCodes(field) ?? []
  const values: Readonly<Record<string, unknown>> = { count: 3, yes_no: 'no', instant: anInstant(4) }
  const one = code ?? values[field.holds.type] ?? caseNumber(2)
  return field.several ? [one] : one
}

test('PEO-23 an event with all of its fields is good, by a member on a device or by nobody', () => {
  for (const name of auditEventNames) {
    const fields = Object.fromEntries(
      Object.entries(auditEvents[name].fields).map(([key, field]) => [key, aValue(field)]),
    )
    expect(judgeAuditEvent(anEvent({ name, fields })), name).toEqual([])
    expect(judgeAuditEvent(anEvent({ name, fields, by: null, device: null })), name).toEqual([])
  }
})

test('PEO-23 no event takes a name or free text, in any field', () => {
  for (const name of auditEventNames) {
    const declared: Readonly<Record<string, AuditField>> = auditEvents[name].fields
    for (const [key, field] of Object.entries(declared)) {
      for (const text of ['Rohima', 'রহিমা', '', '01712345678', 42.5, {}, null]) {
        const fields = { [key]: field.several ? [text] : text }
        expect(faulty({ name, fields }), `${name} ${key}`).toContain(key)
      }
    }
    expect(faulty({ name, fields: { note: 'Rohima' } })).toContain('note')
  }
})

describe('PEO-23 what is wrong with an event is said by field', () => {
  test('missing, unknown and misshapen', () => {
    expect(faulty({ fields: { case: caseNumber(1), compartment: 'kitchen' } })).toEqual([
      'compartment',
      'offline',
    ])
    expect(faulty({ by: 'cw-01' as never, device: 'phone', happenedAt: 'today' as never })).toEqual([
      'by',
      'device',
      'happened_at',
    ])
    expect(faulty({ name: 'toString' as never, fields: {} })).toEqual(['name'])
    expect(
      faulty({ fields: { case: caseNumber(1), compartment: 'legal', offline: 'yes', toString: 'x' } }),
    ).toEqual(['toString'])
  })
})

test('PEO-24 opening a case in need is the one event with words, and they are sealed', () => {
  expect(auditEventNames.filter((name) => auditEvents[name].words === 'sealed')).toEqual([
    'break_glass_opened',
  ])
})
