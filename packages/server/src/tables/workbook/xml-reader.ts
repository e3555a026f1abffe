import { SaxesParser } from 'saxes'
import type { Problem } from '../table-fault.ts'

/** Elements are named without their prefix: some programs write `<x:row>` where others write `<row>`. */
export type XmlHandlers = {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text(text: string): void
}

export type XmlReader = {
  /** Reads on; what is wrong, if anything, ends the reading. */
  feed(bytes: Uint8Array): Problem | undefined
  end(): Problem | undefined
}

const DEEPEST = 64
const MOST_ATTRIBUTES = 200

/**
 * Reads one XML part of a workbook as it streams in. Document types are refused, so no entity can be declared that
 * grows or that reads a file; depth and attributes are bounded, so memory is too.
 */
export function xmlReader(part: string, handlers: XmlHandlers): XmlReader {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ xmlns: false, position: false })
  let problem: Problem | undefined
  let depth = 0
  let attributes = new Map<string, string>()
  const note = (found: Problem) => {
    problem ??= found
  }

  parser.on('error', (error) => note(malformed(part, error.message)))
  parser.on('doctype', () =>
    note({
      code: 'document-type',
      found: `a document type in ${part}`,
      accepted: 'a workbook without document types',
    }),
  )
  parser.on('opentagstart', () => {
    attributes = new Map()
    if (++depth > DEEPEST) note(malformed(part, 'elements too deep'))
  })
  parser.on('attribute', ({ name, value }) => {
    if (attributes.size >= MOST_ATTRIBUTES) note(malformed(part, 'too many attributes'))
    // `r:id` beside `id` must not be taken for it, so a prefixed attribute keeps its own name too.
    const local = localName(name)
    attributes.set(local === name ? name : `:${local}`, value)
  })
  parser.on('opentag', ({ name }) => {
    if (!problem) handlers.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (!problem) handlers.close(localName(name))
  })
  const takeText = (text: string) => {
    if (!problem) handlers.text(text)
  }
  parser.on('text', takeText)
  parser.on('cdata', takeText)

  // The parser notes what is wrong and reads on to the end of the piece it was given, which is short.
  function read(bytes: Uint8Array, last: boolean): Problem | undefined {
    const text = decode(bytes, last)
    if (text === undefined) note(malformed(part, 'bytes that are not UTF-8'))
    else if (!problem) parser.write(text)
    if (!problem && last) parser.close()
    return problem
  }

  function decode(bytes: Uint8Array, last: boolean): string | undefined {
    try {
      return decoder.decode(bytes, { stream: !last })
    } catch {
      return undefined
    }
  }

  return { feed: (bytes) => read(bytes, false), end: () => read(new Uint8Array(), true) }
}

export function malformed(part: string, why: string): Problem {
  return {
    code: 'malformed-workbook',
    found: `${part}: ${why}`,
    accepted: 'a workbook that opens in a spreadsheet program; open it there and save it again as .xlsx',
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
