import type { Problem } from '../table-fault.ts'
import { type XmlHandlers, xmlReader } from './xml-reader.ts'
import type { ZipPackage } from './zip-package.ts'

/** Reads one small part of a workbook to its end; what is wrong, if anything. */
export async function readPart(
  zip: ZipPackage,
  part: string,
  handlers: XmlHandlers,
): Promise<Problem | undefined> {
  const xml = xmlReader(part, handlers)
  for await (const bytes of zip.unpack(part)) {
    const problem = 'code' in bytes ? bytes : xml.feed(bytes)
    if (problem) return problem
  }
  return xml.end()
}
