import { renderReportPdf } from '../index.ts'
import { emptyDocument } from './demo-document.ts'

// Run as a program of its own, to see what the server has loaded once a report is set.
const pdf = await renderReportPdf(emptyDocument())
const report = process.report.getReport() as { sharedObjects: string[] }
const compilers = report.sharedObjects.filter((path) => path.includes('typst'))
process.stdout.write(JSON.stringify({ bytes: pdf.length, compilers }))
