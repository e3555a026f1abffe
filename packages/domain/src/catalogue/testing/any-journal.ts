import fc from 'fast-check'
import { anEntryId } from '../../journal/builders.ts'
import type { AnyKind, Entry, FieldShape, Instant, PartialDate, SubjectType } from '../../journal/index.ts'
import { inventedSubject } from '../builders.ts'
import { type KindName, kinds } from '../catalogue.ts'

// Few days, codes and row ids, so that entries meet: on one day, about one thing, amending one another.
const anyDate = fc.constantFrom('2020', '2020-02', '2020-02-01', '2020-02-02', '2020-03-01', '2021-01-01')
const anyCode = fc.constantFrom('x-1', 'x-2')

/** Any journal of one subject: any of its kinds, amended, retracted and settled in any way. */
export function anyJournal(type: SubjectType): fc.Arbitrary<Entry[]> {
  const own = Object.values<AnyKind>(kinds).filter((kind) => kind.subject === type)
  const anyRow = fc.constantFrom(...own).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      open: anyOpen(kind),
      occurredOn: anyDate,
      recordedAt: fc.constantFrom('2022-01-01T00:00:00.000Z', '2022-01-02T00:00:00.000Z'),
      author: fc.constantFrom('cw-01', 'cw-02', null),
      change: fc.constantFrom('none', 'none', 'none', 'none', 'amends', 'amends', 'settles', 'retracts'),
      targets: fc.tuple(fc.nat(30), fc.nat(30)),
      rowId: fc.option(fc.nat(30), { nil: undefined }),
    }),
  )
  return fc.array(anyRow, { minLength: 1, maxLength: 30 }).map((rows) =>
    rows.map(({ kind, open, occurredOn, recordedAt, author, change, targets, rowId }, index): Entry => {
      const alike = rows.flatMap((row, place) => (row.kind === kind && place < index ? [place] : []))
      const [first, second] = targets.map((target) => alike[target % Math.max(alike.length, 1)])
      const changes = first === undefined ? 'none' : change
      return {
        id: anEntryId(index),
        subject: inventedSubject(kind.name as KindName, 1),
        kind: kind.name,
        version: kind.version,
        occurredOn: occurredOn as PartialDate,
        recordedAt: recordedAt as Instant,
        author,
        device: null,
        open: changes === 'retracts' ? {} : open,
        ...(rowId === undefined ? {} : { rowId: `R-${rowId}-${index}` }),
        ...(changes === 'amends' || changes === 'settles' ? { amends: anEntryId(first ?? 0) } : {}),
        ...(changes === 'settles' ? { settles: [anEntryId(second ?? 0)] } : {}),
        ...(changes === 'retracts' ? { retracts: anEntryId(first ?? 0) } : {}),
      }
    }),
  )
}

function anyOpen(kind: AnyKind): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(kind.open).map(([name, field]) => {
    const one = anyValue(field.shape)
    const value = field.several ? fc.array(one, { minLength: 1, maxLength: 3 }) : one
    return [name, field.required ? value : fc.option(value, { nil: undefined })] as const
  })
  return fc.record(Object.fromEntries(fields)).map((open) => {
    return Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined))
  })
}

function anyValue(shape: FieldShape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'code':
      return fc.constantFrom(...shape.list.codes)
    case 'date':
      return anyDate
    case 'month':
      return fc.constantFrom('2020-01', '2020-02')
    case 'number':
      return fc.integer({ min: Math.max(shape.min, 0), max: Math.min(shape.max, 200) })
    default:
      return anyCode
  }
}
