import type { MemberId } from '@sathi/domain'
import type { Transaction } from '../database/index.ts'
import { listPasskeys } from './passkeys.ts'
import { countRecoveryCodes } from './recovery-codes.ts'
import type { Factor } from './session.ts'
import { hasTotp } from './totp.ts'

/** With what a member proves herself beside her passphrase; none while she has set up neither app nor passkey. */
export async function listFactors(tx: Transaction, member: MemberId): Promise<Factor[]> {
  const factors: Factor[] = []
  if (await hasTotp(tx, member)) factors.push('totp')
  if ((await listPasskeys(tx, member)).length > 0) factors.push('passkey')
  if (factors.length > 0 && (await countRecoveryCodes(tx, member)) > 0) factors.push('recovery-code')
  return factors
}
