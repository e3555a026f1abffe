import { scoreRanges } from '@sathi/domain/assessments'
import type { AnyKind, Compartment, EntryId, FieldShape, OpenField, PartialDate } from '@sathi/domain/journal'
import fc from 'fast-check'
import { nameKindsOf } from '../draft.ts'
import type { SaidEntry } from '../entry-draft.ts'
import { phoneOwners, type SealedValue, scriptOf, weekdays } from '../sealed-value.ts'

const anyDate = fc.constantFrom(
  '1900',
  '2021',
  '2020-02',
  '2021-11',
  '2020-02-29',
  '2021-03-05',
  '2199-12-31',
)
const letters = [...'abকখরहमAé্া']
const line = fc
  .string({ unit: fc.constantFrom(...letters, ' '), minLength: 1, maxLength: 12 })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '')

/** Any entry of a kind that is good by its declaration, with anything in its sealed fields. */
export function anySaidEntry(kind: AnyKind): fc.Arbitrary<SaidEntry> {
  return fc
    .record({ occurredOn: anyDate, open: anyOpen(kind), sealed: anySealed(kind) })
    .map(({ occurredOn, open, sealed }) => {
      const sealedFields: { [Name in Compartment]?: Record<string, SealedValue> } = {}
      for (const [name, value] of Object.entries(sealed)) {
        const compartment = kind.sealed[name]?.compartment
        if (compartment === undefined || value === undefined) continue
        sealedFields[compartment] = { ...sealedFields[compartment], [name]: value }
      }
      return {
        id: '00000000-0000-7000-8000-000000000001' as EntryId,
        version: kind.version,
        occurredOn: occurredOn as PartialDate,
        open,
        sealedFields,
        unreadable: [],
      }
    })
}

function anyOpen(kind: AnyKind): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(kind.open).map(([name, field]) => {
    const value = anyValue(field)
    return [name, field.required ? value : fc.option(value, { nil: undefined })] as const
  })
  return fc.record(Object.fromEntries(fields)).map((open) => {
    const recorded = Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined))
    return kind.name === 'assessment' ? withScoreInRange(recorded) : recorded
  })
}

function withScoreInRange(open: Record<string, unknown>): Record<string, unknown> {
  const { min, max } = scoreRanges[open.instrument as keyof typeof scoreRanges]
  return { ...open, score: Math.min(max, Math.max(min, Number(open.score))) }
}

function anyValue(field: OpenField): fc.Arbitrary<unknown> {
  const one = anyOne(field.shape)
  if (!field.several) return one
  return field.shape.type === 'number'
    ? fc.array(one, { minLength: 1, maxLength: 4 })
    : fc.uniqueArray(one, { minLength: 1, maxLength: 4 })
}

function anyOne(shape: FieldShape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'code':
      return fc.constantFrom(...shape.list.codes)
    case 'word':
      return fc.stringMatching(/^[a-z0-9]+(_[a-z0-9]+){0,2}$/, { maxLength: 30 })
    case 'reference':
      if (shape.to === 'case') return fc.uuid()
      return fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9._:/#+-]{0,8}[A-Za-z0-9])?$/)
    case 'date':
      return anyDate
    case 'month':
      return fc.constantFrom('1900-01', '2021-12')
    case 'number':
      return shape.whole
        ? fc.integer({ min: shape.min, max: shape.max })
        : fc.double({ min: shape.min, max: shape.max, noNaN: true }).map((value) => value || 0)
    case 'language':
      return fc.constantFrom('bn', 'hi', 'syl', 'bn-BD', 'ur-Arab', 'es-419')
    case 'pseudonym':
      return fc.stringMatching(/^[A-Za-zকখরহ][A-Za-zকখরহ .'-]{0,20}$/)
    case 'text':
      return fc.oneof(line, fc.constant(' দুই\nসারি\t'))
  }
}

function anySealed(kind: AnyKind): fc.Arbitrary<Record<string, SealedValue | undefined>> {
  const fields = Object.entries(kind.sealed).map(([name, { holds }]) => {
    const values: Record<typeof holds, fc.Arbitrary<SealedValue>> = {
      text: line,
      names: anyNames(name),
      phones: fc.array(anyPhone, { minLength: 1, maxLength: 3 }),
      file: fc.record({
        blob: fc.uuid(),
        mediaType: fc.constantFrom('image/jpeg', 'audio/ogg'),
        bytes: fc.nat(),
      }),
    }
    return [name, fc.option(values[holds], { nil: undefined })] as const
  })
  return fc.record(Object.fromEntries(fields))
}

function anyNames(field: string): fc.Arbitrary<SealedValue> {
  const kinds = nameKindsOf(field)
  const name = fc
    .record({ text: line, kind: fc.constantFrom(...kinds) })
    .map(({ text, kind }) => ({ text, script: scriptOf(text), kind }))
  return fc.array(name, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<SealedValue>
}

const yesNo = fc.constantFrom('yes' as const, 'no' as const)
const anyPhone = fc.record(
  {
    number: fc.stringMatching(/^\+?[0-9]{5,15}$/),
    whose: fc.constantFrom(...phoneOwners),
    others: line,
    call: yesNo,
    text: yesNo,
    message: yesNo,
    sayWeAre: line,
    days: fc.subarray([...weekdays], { minLength: 1 }),
    hours: line,
    codeWord: line,
    dangerWord: line,
  },
  { requiredKeys: ['number', 'whose'] },
)
