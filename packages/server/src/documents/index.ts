export { renderReportPdf } from './pdf/render-report-pdf.ts'
export type { ReportDocument } from './report-document.ts'
export { writeReportWorkbook } from './workbook/write-report-workbook.ts'
