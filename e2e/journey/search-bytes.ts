import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A word that cannot be compressed away or stand anywhere by chance: random letters of this run. */
export function markerWord(): string {
  const letters = 'bcdfghjkmnpqrstvwxyz'
  const drawn = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(drawn, (byte) => letters[byte % letters.length]).join('')
}

/**
 * The files below a folder that hold any of these words, as UTF-8, UTF-16, or in the base64 of a longer text, or any of
 * these bytes. A database compresses its blocks, but a word that never stood there before stands in them letter by letter.
 */
export function filesWith(folder: string, sought: readonly (string | Buffer)[]): string[] {
  const forms = sought.flatMap((one) =>
    typeof one === 'string'
      ? [Buffer.from(one, 'utf8'), Buffer.from(one, 'utf16le'), ...withinBase64(one)]
      : [one],
  )
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    })
    .map((path) => path.slice(folder.length + 1))
}

/** The letters that base64 has for a word, whatever stands before and behind it: three ways, by its place among the others. */
function withinBase64(word: string): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.from('\0'.repeat(before) + word).toString('base64url')
    // The first and the last letters also hold bits of the neighbours.
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -2))
  })
}
