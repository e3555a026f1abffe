import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseLost, explainFault } from './explain-fault.ts'

const faults: readonly [title: string, meet: () => void][] = [
  ['a file that is written', () => writeFileSync('/dev/full', 'x')],
  [
    'a lock of SQLite',
    () => {
      const lock = new DatabaseSync(':memory:')
      lock.exec('pragma max_page_count = 2; create table t (x)')
      lock.exec('insert into t values (zeroblob(100000))')
    },
  ],
  [
    'a quota',
    () => {
      throw Object.assign(new Error('no more'), { code: 'EDQUOT' })
    },
  ],
  [
    'PostgreSQL, further down',
    () => {
      throw new Error('not stored', { cause: Object.assign(new Error('no more'), { code: '53100' }) })
    },
  ],
]

test.for(faults)('a full disk that meets %s is named, with what is safe', ([, meet]) => {
  expect(faultOf(meet)).toMatchObject({
    kind: 'disk-full',
    message: expect.stringContaining('Nothing of this was stored'),
    remedy: expect.stringContaining('Free at least 1 GB'),
  })
})

test("a lost database is told with its reason, and a bug is nobody's fault", () => {
  const reason = { kind: 'does-not-start', message: 'm', remedy: 'r' }
  expect(explainFault(databaseLost(reason, new Error('ECONNREFUSED')))).toBe(reason)
  expect(explainFault(new TypeError('x is not a function'))).toBeUndefined()
  expect(explainFault('a word')).toBeUndefined()
})

function faultOf(meet: () => void): unknown {
  try {
    meet()
  } catch (error) {
    return explainFault(error)
  }
  throw new Error('nothing happened')
}
