import { expect, test } from 'vitest'
import { createFaultList, mostFaultsListed } from './fault-list.ts'

test('LIN-12 ten thousand faults are listed, the rest counted', () => {
  const faults = createFaultList()
  for (let line = 1; line <= mostFaultsListed + 5; line++) {
    faults.add({
      file: 'follow_up.csv',
      line,
      column: 'channel',
      code: 'bad-value',
      found: 'x',
      accepted: 'phone',
    })
  }
  expect(faults.count).toBe(mostFaultsListed + 5)
  expect(faults.listed()).toHaveLength(mostFaultsListed)
})
