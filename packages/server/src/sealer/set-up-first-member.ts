import { randomUUID } from 'node:crypto'
import type { MemberId } from '@sathi/domain'
import {
  calibrateParameters,
  createMemberSecret,
  createPassphraseSettings,
  derivePassphraseKeys,
  loadMemberKeys,
  signMemberCard,
  wrapMemberSecret,
  wrapMemberSecretForRecovery,
} from '@sathi/sealing'
import { createRecoveryKey, recoveryWords } from '@sathi/sealing/recovery'
import type { Database, OrgId } from '../database/index.ts'
import { newSubjectId } from '../journal/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { findSetUpState, type SetUp, setUp } from '../sign-in/index.ts'
import { type DeviceId, endSessions } from '../staff/index.ts'

/** As patient as a person is at set-up, and as costly for whoever guesses. */
const passphraseMs = 500

type Asked = {
  readonly organisation: string
  readonly code: string
  readonly displayName: string
  readonly passphrase: string
  /** Puts the recovery words where they are not lost, before anything is stored. */
  readonly keepWords: (words: readonly string[]) => Promise<Outcome<void>>
}

/**
 * Sets an organisation up on the deployment's own computer, as a browser does: her keys are made here, and only their public
 * halves and wraps are stored. Records that came before people become this organisation's.
 */
export async function setUpFirstMember(database: Database, asked: Asked): Promise<Outcome<void>> {
  const found = await findSetUpState(database)
  if (found.state === 'done') return doneAlready
  const organisationId = found.organisation ?? (randomUUID() as OrgId)
  const memberId = newSubjectId() as string as MemberId
  const deviceId = newSubjectId() as string as DeviceId
  const recovery = await createRecoveryKey()
  const kept = await asked.keepWords(recoveryWords(recovery.secret))
  if (!kept.ok) return kept
  const member = await newMember(asked, { organisationId, memberId, keyNumber: 1 }, recovery.publicKey)
  const answer = await setUp(database, {
    organisation: { id: organisationId, name: asked.organisation },
    member: { id: memberId, code: asked.code, displayName: asked.displayName, ...member },
    device: { id: deviceId, name: 'Command line of the server' },
    recoveryPublicKey: recovery.publicKey,
  })
  if (!answer.ok) return doneAlready
  // The command line proves who she is each time: it keeps no session.
  await database.withTransaction({ orgId: organisationId }, (tx) => endSessions(tx, memberId))
  return done(undefined)
}

async function newMember(
  { passphrase, code }: Asked,
  owner: { readonly organisationId: string; readonly memberId: string; readonly keyNumber: number },
  recoveryPublicKey: string,
): Promise<Pick<SetUp['member'], 'keys' | 'card' | 'credential'>> {
  const secret = await createMemberSecret()
  const keys = await loadMemberKeys(secret)
  const settings = createPassphraseSettings(await calibrateParameters(passphraseMs, () => performance.now()))
  const derived = await derivePassphraseKeys(passphrase, settings)
  if (derived.state !== 'open') throw new Error('new settings of a passphrase are malformed')
  const statement = { ...owner, ...keys.public, code }
  const by = { memberId: owner.memberId, keyNumber: owner.keyNumber }
  return {
    keys: {
      ...keys.public,
      wrappedByPassphrase: await wrapMemberSecret(secret, derived.value.wrapKey, owner),
      wrappedForRecovery: await wrapMemberSecretForRecovery(secret, recoveryPublicKey, owner),
    },
    card: await signMemberCard(statement, by, keys.signing),
    credential: { ...settings, secret: derived.value.signInSecret },
  }
}

const doneAlready = refuse(
  'already-set-up',
  'This deployment is set up already. Nothing was changed.',
  'Sign in, or name another data folder: --data DIR',
)
