import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CopiedRecord, readRecords, writeRecords } from './copied-records.ts'

const record = fc.record<CopiedRecord>({
  kind: fc.constantFrom('profile', 'item', 'blob', 'chunk'),
  id: fc.string(),
  box: fc.string({ maxLength: 300 }),
})

test('DEV-19 a copy that was cut off anywhere is read up to its last whole record', () => {
  fc.assert(
    fc.property(fc.array(record), fc.nat(), fc.uint8Array({ maxLength: 40 }), (records, cut, after) => {
      const bytes = writeRecords(records)
      const kept = bytes.slice(0, cut % (bytes.length + 1))
      const read = readRecords(kept)
      const ends = records.map((_, last) => writeRecords(records.slice(0, last + 1)).length)
      const full = ends.filter((end) => end <= kept.length)
      expect(read).toEqual({ records: records.slice(0, full.length), end: full.at(-1) ?? 0 })
      // What somebody wrote behind the last whole record changes nothing before it.
      const spoilt = new Uint8Array([...kept.subarray(0, read.end), ...after])
      expect(readRecords(spoilt).records.slice(0, full.length)).toEqual(read.records)
    }),
  )
})

test('DEV-19 a record with any byte changed is not read as it was', () => {
  fc.assert(
    fc.property(record, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, change) => {
      const bytes = writeRecords([one])
      const at = place % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      expect(readRecords(bytes).records).toEqual([])
    }),
  )
})
