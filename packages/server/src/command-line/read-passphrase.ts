import { type FileHandle, open } from 'node:fs/promises'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import type { PassphrasePlace } from './whom.ts'

/** Longer is no passphrase but the wrong file. */
const mostBytes = 4_096

/** The passphrase from where it was said to be. It is shown nowhere, and no refusal repeats it. */
export async function readPassphrase(
  { passphrase }: PassphrasePlace,
  question = 'Passphrase: ',
): Promise<Outcome<string>> {
  if (passphrase === 'asked') return askHidden(question)
  if (passphrase === 'standard-input') return firstLine(await readAll())
  return readPrivateFile(passphrase.file)
}

async function readPrivateFile(path: string): Promise<Outcome<string>> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const { mode, size } = await file.stat()
    // Windows has no such bits; there everything would be refused.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return readByOthers
    if (size > mostBytes) return noPassphrase
    return firstLine(await file.readFile('utf8'))
  } catch {
    return refuse(
      'no-passphrase',
      'The file that --passphrase-file names cannot be read. Nothing was done.',
      'Name a file that holds the passphrase, or leave the option out to be asked.',
    )
  } finally {
    await file?.close()
  }
}

async function readAll(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const part of process.stdin) {
    text += part
    if (text.length > mostBytes) break
  }
  return text
}

function firstLine(text: string): Outcome<string> {
  const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? ''
  return line === '' || text.length > mostBytes ? noPassphrase : done(line)
}

/** Asks at the terminal without showing what is typed. */
async function askHidden(question: string): Promise<Outcome<string>> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return noTerminal
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<Outcome<string>>((resolve) => {
      let typed = ''
      const take = (keys: string): void => {
        for (const key of keys) {
          const isEntered = key === '\r' || key === '\n'
          if (isEntered || key === '\u0003' || key === '\u0004') {
            stdin.off('data', take)
            resolve(!isEntered ? givenUp : typed === '' ? noPassphrase : done(typed))
            return
          }
          if (key === '\u007f' || key === '\b') typed = Array.from(typed).slice(0, -1).join('')
          else if (key >= ' ') typed += key
        }
      }
      stdin.on('data', take)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

const noPassphrase = refuse('no-passphrase', 'No passphrase was given. Nothing was done.', 'Try again.')
const givenUp = refuse('given-up', 'Given up. Nothing was done.', 'Try again whenever you like.')
const readByOthers = refuse(
  'no-passphrase',
  'Others may read the file that --passphrase-file names. Nothing was done.',
  'Choose another passphrase if others may know this one, and let only yourself read the file: chmod 600 FILE',
)
const noTerminal = refuse(
  'no-passphrase',
  'There is no terminal to ask for the passphrase. Nothing was done.',
  'Give it by --passphrase-file FILE, or by standard input: --passphrase-file -',
)
