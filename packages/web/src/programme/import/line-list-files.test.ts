import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../language/index.ts'
import { faultsAsCsv } from './faults-as-csv.ts'
import { sortChosen } from './sort-chosen.ts'

const file = (name: string, size = 1) => ({ name, size })

describe('the files somebody chose', () => {
  it('are CSV files and workbooks, in order of their names', () => {
    const { taken, leftOut, bytes } = sortChosen([file('b.csv', 2), file('a.XLSX', 3), file('README.md', 9)])
    expect(taken.map(({ name }) => name)).toEqual(['a.XLSX', 'b.csv'])
    expect(leftOut.map(({ name }) => name)).toEqual(['README.md'])
    expect(bytes).toBe(5)
  })

  it('leave out without a word what computers put into folders themselves', () => {
    const { taken, leftOut } = sortChosen([file('.DS_Store'), file('._a.csv'), file('~$list.xlsx')])
    expect(taken).toEqual([])
    expect(leftOut).toEqual([])
  })
})

describe('the faults as CSV', () => {
  const speech = {
    say: (id: string) => (id === 'fault.bad-value' ? 'no, not "this", please' : id),
    formats: formatsOf('en'),
  }
  const fault = { file: 'a.csv', line: 2, column: null, accepted: 'a day', code: 'bad-value' } as const

  it('keep commas and quotation marks inside their cells', () => {
    const [, row] = faultsAsCsv(speech, [{ ...fault, found: 'x' }]).split('\r\n')
    expect(row).toBe('a.csv,2,,"no, not ""this"", please",x,a day')
  })

  it('say in the language that a cell is empty or a column missing', () => {
    const nothing = { ...fault, found: 'an empty cell', code: 'missing-value' } as const
    expect(faultsAsCsv(speech, [nothing])).toContain(',found.empty,')
    expect(faultsAsCsv(speech, [{ ...nothing, code: 'missing-column' }])).toContain(',found.noColumn,')
    expect(faultsAsCsv(speech, [{ ...nothing, code: 'bad-value' }])).toContain(',an empty cell,')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('never begin a cell like a formula: %s', (found) => {
    expect(faultsAsCsv(speech, [{ ...fault, found }])).toContain(`,'${found},`)
  })
})
