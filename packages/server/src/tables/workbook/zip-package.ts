import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import {
  inMebibytes,
  LARGEST_LIST_BYTES,
  LARGEST_TABLE_BYTES,
  LARGEST_WORKBOOK_BYTES,
  MOST_WORKBOOK_PARTS,
} from '../limits.ts'
import type { Problem } from '../table-fault.ts'
import { malformed } from './xml-reader.ts'

/** The parts of a workbook file, by name in small letters (the names of parts are the same in any case). */
export type ZipPackage = {
  has(part: string): boolean
  bytesOf(part: string): number
  /** The unpacked bytes of a part; where they cannot be unpacked as promised, the problem comes last. */
  unpack(part: string): AsyncGenerator<Uint8Array | Problem, void, undefined>
  close(): void
}

const MOST_TIMES_LARGER = 100
const HARMLESS_BYTES = 1024 * 1024

/** Opens a packed workbook that lies in memory. Every promise of its directory is checked before a part is unpacked. */
export async function openZip(bytes: Buffer): Promise<ZipPackage | Problem> {
  if (bytes.length > LARGEST_WORKBOOK_BYTES) return workbookTooLarge(bytes.length)
  const zip = await open(bytes)
  if (!('readEntry' in zip)) return zip
  const entries = await readEntries(zip)
  if (!(entries instanceof Map)) {
    zip.close()
    return entries
  }
  return {
    has: (part) => entries.has(part.toLowerCase()),
    bytesOf: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    unpack: (part) => unpack(zip, part, entries.get(part.toLowerCase())),
    close: () => zip.close(),
  }
}

export function workbookTooLarge(bytes: number): Problem {
  const accepted = `a workbook of at most ${inMebibytes(LARGEST_WORKBOOK_BYTES)}`
  return { code: 'too-large', found: inMebibytes(bytes), accepted }
}

function open(bytes: Buffer): Promise<ZipFile | Problem> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) =>
      resolve(error ? malformed('the file', error.message) : zip),
    )
  })
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry> | Problem> {
  const entries = new Map<string, Entry>()
  let unpackedBytes = 0
  return new Promise((resolve) => {
    zip.on('error', (error: Error) => resolve(directoryProblem(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unpackedBytes += entry.uncompressedSize
      const name = entry.fileName.toLowerCase()
      const problem = entries.has(name)
        ? malformed('the file', 'two parts of the same name')
        : entryProblem(entry, entries.size + 1, unpackedBytes)
      if (problem) return resolve(problem)
      entries.set(name, entry)
      zip.readEntry()
    })
    if (zip.entryCount > MOST_WORKBOOK_PARTS) resolve(tooManyParts(zip.entryCount))
    else zip.readEntry()
  })
}

function entryProblem(entry: Entry, count: number, unpackedBytes: number): Problem | undefined {
  const { fileName, compressedSize, uncompressedSize } = entry
  if (count > MOST_WORKBOOK_PARTS) return tooManyParts(count)
  if (entry.isEncrypted()) return encryptedWorkbook
  if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MOST_TIMES_LARGER) {
    return zipBomb(`${inMebibytes(uncompressedSize)} packed into ${compressedSize} bytes`)
  }
  if (uncompressedSize > LARGEST_TABLE_BYTES) {
    const accepted = `at most ${inMebibytes(LARGEST_TABLE_BYTES)} in each sheet, unpacked`
    return { code: 'too-large', found: `${fileName} of ${inMebibytes(uncompressedSize)}`, accepted }
  }
  if (unpackedBytes > LARGEST_LIST_BYTES) {
    const accepted = `at most ${inMebibytes(LARGEST_LIST_BYTES)} altogether, unpacked`
    return { code: 'too-large', found: inMebibytes(unpackedBytes), accepted }
  }
  if (/(^|\/)vbaproject\.bin$/i.test(fileName)) return macroWorkbook
  return undefined
}

async function* unpack(
  zip: ZipFile,
  part: string,
  entry: Entry | undefined,
): AsyncGenerator<Uint8Array | Problem> {
  if (!entry) return yield malformed(part, 'missing')
  const stream = await openPart(zip, entry)
  if ('code' in stream) return yield stream
  let sum = 0
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const next = await chunks.next().catch((error: Error) => unpackProblem(part, error))
      if ('code' in next) return yield next
      if (next.done) break
      sum = crc32(next.value, sum)
      yield next.value
    }
    if (sum !== entry.crc32) yield malformed(part, 'damaged (its checksum is wrong)')
  } finally {
    stream.destroy()
  }
}

function openPart(
  zip: ZipFile,
  entry: Entry,
): Promise<(NodeJS.ReadableStream & { destroy(): void }) | Problem> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) =>
      resolve(error ? malformed(entry.fileName, error.message) : stream),
    )
  })
}

// yauzl tells its findings in words only; these two are the ones a person should hear in other words.
function directoryProblem(error: Error): Problem {
  if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(error.message)) {
    const accepted = 'a workbook whose parts have plain names'
    return { code: 'unsafe-entry-name', found: error.message, accepted }
  }
  if (/encryption/.test(error.message)) return encryptedWorkbook
  return malformed('the file', error.message)
}

function unpackProblem(part: string, error: Error): Problem {
  if (/^too many bytes in the stream/.test(error.message))
    return zipBomb(`${part} unpacks to more than it promises`)
  return malformed(part, error.message)
}

function tooManyParts(count: number): Problem {
  const accepted = `a workbook of at most ${MOST_WORKBOOK_PARTS} parts`
  return { code: 'too-many-entries', found: `${count} parts`, accepted }
}

function zipBomb(found: string): Problem {
  const accepted = `parts that unpack to at most ${MOST_TIMES_LARGER} times their size`
  return { code: 'zip-bomb', found, accepted }
}

const macroWorkbook: Problem = {
  code: 'macro-workbook',
  found: 'macros',
  accepted: 'a workbook without macros (.xlsx)',
}

export const encryptedWorkbook: Problem = {
  code: 'encrypted-workbook',
  found: 'a workbook locked with a password',
  accepted: 'a workbook without a password',
}
