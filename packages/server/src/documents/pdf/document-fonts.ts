import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { woffToTtf } from './woff-to-ttf.ts'

// Of Noto Sans the Latin part alone: with a second part of one family the typesetter takes a foreign font for both.
const families = [
  ['noto-sans', 'latin'],
  ['noto-sans-bengali', 'bengali'],
  ['noto-sans-devanagari', 'devanagari'],
] as const
const weights = [400, 600] as const

/** The fonts of all documents, unpacked in memory: one family per script, in the two weights that the pages use. */
export function documentFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return families.flatMap(([family, script]) =>
    weights.map((weight) => {
      const file = `@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`
      return woffToTtf(readFileSync(resolve(file)))
    }),
  )
}
