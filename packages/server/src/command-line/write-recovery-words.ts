import { open, realpath, rm } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { done, type Outcome, refuse } from '../refusal/index.ts'

/** Writes the recovery words into a new file that only its owner may read, never into the data folder. */
export async function writeRecoveryWords(
  path: string,
  dataDir: string,
  organisation: string,
  words: readonly string[],
): Promise<Outcome<void>> {
  try {
    if (isWithin(await realpath(dirname(path)), await realpath(dataDir))) return besideTheLock
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(`${textOf(organisation, words)}\n`)
      await file.sync()
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await file.close()
    }
    return done(undefined)
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    return refuse(
      'unwritable',
      taken
        ? 'There is something at the place of the recovery words already. Nothing was set up.'
        : 'The recovery words cannot be written there. Nothing was set up.',
      'Name a new file: --recovery-out FILE',
    )
  }
}

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, resolve(folder))
  return way === '' || !(way.startsWith('..') || resolve(way) === way)
}

function textOf(organisation: string, words: readonly string[]): string {
  const lines = Array.from({ length: Math.ceil(words.length / 4) }, (_, row) =>
    words
      .slice(row * 4, row * 4 + 4)
      .map((word, at) => `${String(row * 4 + at + 1).padStart(2)} ${word.padEnd(10)}`)
      .join('')
      .trimEnd(),
  )
  return [
    `Recovery words of ${organisation}`,
    '',
    'Whoever has these words can open everything that is sealed. Print them, put the paper into a safe,',
    'and erase this file. Without them a forgotten passphrase is lost, and so is what only it opens.',
    '',
    ...lines,
  ].join('\n')
}

const besideTheLock = refuse(
  'unwritable',
  'The recovery words must not lie in the data folder, whose every backup would hold them. Nothing was set up.',
  'Name a file elsewhere: --recovery-out FILE',
)
