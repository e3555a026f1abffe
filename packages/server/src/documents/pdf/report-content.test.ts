import { expect, test } from 'vitest'
import { emptyDocument } from '../testing/demo-document.ts'
import { reportContent } from './report-content.ts'

test('an organisation that has no name yet is called ours, in the language of the report', () => {
  const organisation = { name: null, synthetic: false }
  const called = (['en', 'bn', 'hi'] as const).map(
    (language) => reportContent(emptyDocument({ organisation, language })).organisation,
  )
  expect(called).toEqual(['Our organisation', 'আমাদের সংস্থা', 'हमारी संस्था'])
})
