import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Day } from '@sathi/domain'
import { documentFonts } from './document-fonts.ts'

/** A document laid out on pages, with the compiler that holds it. */
export type CompiledDocument = { readonly compiler: NodeCompiler; readonly pages: NodeTypstDocument }

/**
 * Lays a template out with its content. The content goes in as JSON: whatever stands in it stays text and is never
 * read as markup. The template may read no file outside this folder. Throws with the compiler's words when it fails.
 */
export function compileDocument(template: string, content: unknown): CompiledDocument {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: documentFonts() }],
  })
  const compiled = compiler.compile({
    mainFilePath: `${import.meta.dirname}/${template}`,
    inputs: { content: JSON.stringify(content) },
  })
  const pages = compiled.result
  if (pages === null) {
    const error = compiled.takeError()
    throw new Error(JSON.stringify(error?.shortDiagnostics ?? 'the document does not compile'))
  }
  return { compiler, pages }
}

/**
 * The document as PDF, made for screen readers too (PDF/UA-1, checked by the compiler): same document, same bytes.
 * A name in a script that no font here has would fail that check; then the same pages come without its seal.
 */
export function exportPdf({ compiler, pages }: CompiledDocument, createdOn: Day): Uint8Array {
  const creationTimestamp = Date.parse(createdOn) / 1000
  try {
    return compiler.pdf(pages, { pdfStandard: 'ua-1', creationTimestamp })
  } catch {
    return compiler.pdf(pages, { creationTimestamp })
  }
}
