import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import {
  createPassphraseSettings,
  createVault,
  derivePassphraseKeys,
  openVault,
  sealPart,
  signEntry,
  wrapCompartmentKey,
} from './index.ts'
import { combineShares, createRecoveryKey, readRecoveryWords, recoveryWords } from './recovery/index.ts'
import { quickParameters, someMemberKeys } from './testing/builders.ts'

const marker = 'rahima-marker'

/** What was answered or thrown, with everything that a log could show of it. */
async function shownOf(outcome: Promise<unknown>): Promise<string> {
  return inspect(await outcome.catch((reason: unknown) => reason), { depth: 9, showHidden: true })
}

test('SEA-30 no refusal and no exception repeats what was typed, sealed or opened', async () => {
  const made = await createVault({ passphrase: 'another' }, quickParameters)
  if (made.state !== 'made') throw new Error(made.state)
  const recovery = await createRecoveryKey()
  const words = recoveryWords(recovery.secret)
  const slipped = words.with(3, words[3] === 'zoo' ? 'zone' : 'zoo')
  const [keys, settings] = [await someMemberKeys(), createPassphraseSettings(quickParameters)]
  const place = {
    organisationId: 'o',
    subjectId: 's',
    compartment: 'legal',
    keyVersion: 1,
    holderId: marker,
    entryId: 'e',
    kind: 'k',
  }
  const outcomes = [
    openVault(made.image, marker, 0),
    openVault(new Uint8Array(3), marker, 0),
    derivePassphraseKeys(marker, { ...settings, salt: 'short' }),
    readRecoveryWords(`${marker} ${words.join(' ')}`, recovery.publicKey),
    readRecoveryWords(slipped.join(' '), recovery.publicKey),
    combineShares([marker, marker], recovery.publicKey),
    wrapCompartmentKey(made.dataKey, keys.public.sealing, place),
    wrapCompartmentKey(made.dataKey, marker, place),
    sealPart({ [marker]: marker }, keys.signing, 1, place, JSON.stringify),
    signEntry(
      { note: marker, sealed: { legal: { keyVersion: 1, box: `${marker}!` } } },
      'o',
      { by: marker, key: 1 },
      keys.signing,
      JSON.stringify,
    ),
  ]
  for (const shown of await Promise.all(outcomes.map(shownOf))) {
    expect(shown).not.toContain(marker)
    for (const word of words) expect(shown).not.toMatch(new RegExp(`'${word}'`))
  }
})
