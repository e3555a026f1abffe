import { rm } from 'node:fs/promises'
import { normalPassphrase } from '@sathi/sealing'
import type { Deployment } from '../deployment/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { setUpFirstMember } from '../sealer/index.ts'
import type { Output } from './output.ts'
import { readPassphrase } from './read-passphrase.ts'
import type { SetUpCommand } from './read-set-up.ts'
import { writeRecoveryWords } from './write-recovery-words.ts'

const shortestPassphrase = 12

/** Makes the organisation and its first member, with her keys and all founding roles. */
export async function runSetup(
  { database, dataDir }: Deployment,
  command: SetUpCommand,
  output: Output,
): Promise<Outcome<void>> {
  const { organisation, displayName, code, recoveryOut } = command
  const passphrase = await newPassphrase(command)
  if (!passphrase.ok) return passphrase
  let written = false
  let stored = false
  try {
    const outcome = await setUpFirstMember(database, {
      organisation,
      displayName,
      code,
      passphrase: passphrase.value,
      keepWords: async (words) => {
        const kept = await writeRecoveryWords(recoveryOut, dataDir, organisation, words)
        written = kept.ok
        return kept
      },
    })
    stored = outcome.ok
    if (!outcome.ok) return outcome
  } finally {
    // Words of a key that nobody uses would only be mistaken for others.
    if (written && !stored) await rm(recoveryOut, { force: true })
  }
  output.line(`${organisation} is set up. Its first member is ${displayName}: --as ${code}`)
  output.line(
    `The recovery words are in ${recoveryOut}. Print them, put the paper into a safe, and erase the file:`,
  )
  output.line('whoever has them can open everything, and without them a forgotten passphrase is lost.')
  return done(undefined)
}

async function newPassphrase(command: SetUpCommand): Promise<Outcome<string>> {
  const first = await readPassphrase(command, 'Passphrase of the new member: ')
  if (!first.ok) return first
  if (Array.from(normalPassphrase(first.value)).length < shortestPassphrase) return tooShort
  if (command.passphrase !== 'asked') return first
  const again = await readPassphrase(command, 'Once more: ')
  if (!again.ok) return again
  return again.value === first.value ? first : differ
}

const tooShort = refuse(
  'weak-passphrase',
  `A passphrase has at least ${shortestPassphrase} characters. Nothing was set up.`,
  'Four or five words that do not belong together are easy to remember and hard to guess.',
)
const differ = refuse('weak-passphrase', 'The two are not the same. Nothing was set up.', 'Try again.')
