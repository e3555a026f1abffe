import type { Problem } from '../table-fault.ts'
import { builtInMeaning, meaningOf, type NumberMeaning } from './number-format.ts'
import { readPart } from './read-part.ts'
import { malformed } from './xml-reader.ts'
import type { ZipPackage } from './zip-package.ts'

const MOST_FORMATS = 65_536

/** What numbers mean in a cell, by the cell's style number. Without styles every number is a number. */
export async function readNumberMeanings(
  zip: ZipPackage,
  part: string | undefined,
): Promise<{ problem: Problem } | { problem?: undefined; meanings: readonly NumberMeaning[] }> {
  if (part === undefined) return { meanings: [] }
  const written = new Map<number, NumberMeaning>()
  const styles: number[] = []
  let inCellFormats = false
  const problem = await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (name === 'numFmt' && written.size < MOST_FORMATS)
        written.set(id, meaningOf(attributes.get('formatCode') ?? ''))
      if (name === 'xf' && inCellFormats && styles.length < MOST_FORMATS) styles.push(id)
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text() {},
  })
  if (problem) return { problem }
  if (styles.length >= MOST_FORMATS || written.size >= MOST_FORMATS) {
    return { problem: malformed(part, 'too many cell formats') }
  }
  return { meanings: styles.map((id) => written.get(id) ?? builtInMeaning(id)) }
}
