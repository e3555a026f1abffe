import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyDocument } from '../testing/demo-document.ts'
import { reportContent } from './report-content.ts'
import { typeset } from './typeset.ts'

test('DOC-9 the compiler is not loaded by the one who has a document set', () => {
  const program = join(import.meta.dirname, '../testing/render-once.ts')
  const { bytes, compilers } = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' }))
  expect(bytes).toBeGreaterThan(10_000)
  expect(compilers).toEqual([])
})

test('DOC-9 a document that cannot be set is an exception, and those that wait behind it are set', async () => {
  const document = emptyDocument()
  const whole = {
    template: 'report.typ',
    content: reportContent(document),
    createdOn: document.generatedOn,
  } as const
  const [broken, next] = await Promise.allSettled([typeset({ ...whole, content: {} }), typeset(whole)])
  expect(broken).toMatchObject({ status: 'rejected' })
  expect(String(broken.status === 'rejected' && broken.reason)).toContain('the document was not set')
  expect(next).toMatchObject({ status: 'fulfilled' })
})
