import { buffer } from 'node:stream/consumers'
import { compileDocument, exportPdf } from './compile-document.ts'
import type { Typesetting } from './typeset.ts'

// A program of its own: takes a document as JSON, gives it back as PDF, and ends.
const { template, content, createdOn }: Typesetting = JSON.parse(String(await buffer(process.stdin)))
process.stdout.write(exportPdf(compileDocument(template, content), createdOn))
