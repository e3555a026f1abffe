import { expect, test } from 'vitest'
import { bookOf } from '../testing/book-of.ts'
import { demoEntries, demoFigures, demoPeriod } from '../testing/demo-programme.ts'
import { computeReport } from './compute-report.ts'
import { publishFigures } from './publish-figures.ts'

test('the demonstration programme has exactly the figures that are expected of it', () => {
  const published = publishFigures(computeReport(bookOf(demoEntries()), demoPeriod))
  expect(published).toEqual(demoFigures())
})
