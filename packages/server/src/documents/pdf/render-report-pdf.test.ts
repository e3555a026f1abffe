import { languages } from '@sathi/domain'
import { describe, expect, test } from 'vitest'
import { demoDocument, emptyDocument } from '../testing/demo-document.ts'
import { readPages } from '../testing/read-pages.ts'
import { compileDocument } from './compile-document.ts'
import { renderReportPdf } from './render-report-pdf.ts'
import { reportContent } from './report-content.ts'

const seal = 'pdfuaid:part'

async function pdfOf(document = demoDocument()): Promise<string> {
  return Buffer.from(await renderReportPdf(document)).toString('latin1')
}

describe('the demonstration programme', () => {
  test.each(languages)('DOC-1 fills five pages in %s, as one looks at it', (language) => {
    const content = reportContent(demoDocument({ language }))
    expect(compileDocument('report.typ', content).pages.numOfPages).toBe(5)
  })

  test('DOC-2 says on each page that nobody is real', () => {
    const { pages, text } = readPages(demoDocument())
    expect(text.split('Synthetic data: nobody here is real.').length - 1).toBe(pages)
    expect(text.match(/Page \d of 5/g)).toHaveLength(pages)
  })

  test.each(languages)('DOC-7 is made for screen readers in %s, with its language', async (language) => {
    const pdf = await pdfOf(demoDocument({ language }))
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).toContain(seal)
    expect(pdf).toContain(`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li>`)
  })

  test('DOC-1 has its headline on the first page, in the order of the table', () => {
    const { text } = readPages(demoDocument())
    expect(text).toMatch(/^Synthetic data: nobody here is real\. Headline report Shobuj Pata 1 July 2020 to/)
    expect(text).toContain(
      'Drawn from 34,439 entries of the journal, up to position 34,439, on 15 March 2022.',
    )
    const headline = text.slice(0, text.indexOf('Page 1 of 5'))
    const told = [
      'Survivors repatriated',
      ' 166 ',
      'Intensively supported',
      ' 146 ',
      'Reached in crises',
      ' 214 ',
      'People trained: Border guard (BGB)',
      ' 497 ',
      'by untrained officers',
      'by chance up to 3.7',
      'Wellbeing reliably better',
      ' 75% ',
      '67.1% to 81.5%',
      'Trafficked again',
      ' 0 confirmed incidents by chance up to 3.7 ',
    ]
    const places = told.map((words) => headline.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  test('DOC-6 numbers, days and pages are in Bengali digits in Bengali', () => {
    const { text } = readPages(demoDocument({ language: 'bn' }))
    const first = text.slice(0, text.indexOf('৫ পাতার মধ্যে ১'))
    expect(first).toContain('১৬৬')
    expect(first.replace('WHO-5', '')).not.toMatch(/[0-9]/)
  })

  test('DOC-8 equal input gives equal bytes', async () => {
    expect(await pdfOf()).toBe(await pdfOf())
    expect(await pdfOf()).not.toBe(await pdfOf(demoDocument({ position: 1 })))
  })
})

test('DOC-2 a real organisation is not called synthetic, and a programme without records has its report too', () => {
  const { pages, text } = readPages(
    emptyDocument({ organisation: { name: 'Shobuj Pata', synthetic: false } }),
  )
  expect(pages).toBeLessThanOrEqual(5)
  expect(text).not.toContain('Synthetic')
  expect(text).toContain('None seen; by chance it could be')
})

describe('a name stays text', () => {
  test.each([
    '#panic("x")',
    '*Bold* _x_ `raw`',
    '$x^2$ <label> @ref',
    '= Title',
    '#read("/etc/passwd")',
    '\\ // /* "',
  ])('DOC-5 %s', (name) => {
    const { pages, text } = readPages(demoDocument({ organisation: { name, synthetic: true } }))
    expect(pages).toBe(5)
    expect(text).toContain(`Headline report ${name} 1 July 2020`)
  })

  test('DOC-5 of 200 letters without a space, over several lines', () => {
    const { pages, runs } = readPages(
      demoDocument({ organisation: { name: 'x'.repeat(200), synthetic: true } }),
    )
    const lines = runs
      .map(({ text }) => text.replaceAll('\u{200b}', '').trim())
      .filter((text) => /^x+$/.test(text))
    expect(pages).toBe(5)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('x'.repeat(200))
  })

  test('DOC-7 in a script that no font has: the report comes without its seal', async () => {
    const pdf = await pdfOf(demoDocument({ organisation: { name: 'Pata \u{e123}', synthetic: true } }))
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).not.toContain(seal)
  })
})

// Unshaped, every code point would be a glyph of its own: a joined group is one glyph, and a sign before its letter two.
test.each([
  ['জ্ঞান', 3],
  ['শিক্ষা', 4],
  ['ক্ষ', 1],
  ['क्षत्रिय', 4],
])('DOC-6 %s is set in %i glyphs', (word, glyphs) => {
  const { runs } = readPages(emptyDocument({ organisation: { name: word, synthetic: false } }))
  expect(runs.find(({ text }) => text === word)).toEqual({ text: word, glyphs })
})
