import { inMebibytes, LARGEST_TABLE_BYTES } from '../limits.ts'
import type { Problem } from '../table-fault.ts'
import { readPart } from './read-part.ts'
import { richText } from './rich-text.ts'
import type { ZipPackage } from './zip-package.ts'

// An empty text takes 5 bytes of the file and many more of memory.
const MOST_STRINGS = 4_000_000

/** The texts, still escaped, that cells of a workbook refer to by number. They lie in memory, and nowhere else. */
export async function readSharedStrings(
  zip: ZipPackage,
  part: string | undefined,
): Promise<{ problem: Problem } | { problem?: undefined; strings: readonly string[] }> {
  const strings: string[] = []
  if (part === undefined) return { strings }
  const text = richText()
  const problem = await readPart(zip, part, {
    open(name) {
      if (name === 'si') text.start()
      else text.open(name)
    },
    close(name) {
      if (name !== 'si') return text.close(name)
      if (strings.length < MOST_STRINGS) strings.push(text.value)
    },
    text: text.text,
  })
  if (problem) return { problem }
  if (strings.length >= MOST_STRINGS) {
    const accepted = `texts of at most ${inMebibytes(LARGEST_TABLE_BYTES)}, fewer than ${MOST_STRINGS}`
    return { problem: { code: 'too-large', found: `${strings.length} texts or more`, accepted } }
  }
  return { strings }
}
