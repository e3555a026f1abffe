import { compileDocument } from '../pdf/compile-document.ts'
import { reportContent } from '../pdf/report-content.ts'
import type { ReportDocument } from '../report-document.ts'

/** A piece of a printed line: its text, and how many glyphs were drawn for it. */
export type PrintedRun = { readonly text: string; readonly glyphs: number }

/** What is printed on the pages of a report, read from the compiler's own picture of them. */
export function readPages(document: ReportDocument): { pages: number; runs: PrintedRun[]; text: string } {
  const { compiler, pages } = compileDocument('report.typ', reportContent(document))
  const runs = compiler
    .svg(pages)
    .split('class="typst-text"')
    .slice(1)
    .map((run) => ({
      text: plainText(/class="tsel"[^>]*>([^<]*)</.exec(run)?.[1] ?? ''),
      glyphs: run.split('<use ').length - 1,
    }))
  const text = runs
    .map((run) => run.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  return { pages: pages.numOfPages, runs, text }
}

function plainText(markup: string): string {
  const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }
  return markup.replaceAll(/&\w+;/g, (sign) => signs[sign] ?? sign)
}
