import { canonicalJson } from '@sathi/domain'

import type {
  BlobAnswer,
  BlobRefusal,
  BlobRequest,
  ChunkRequest,
  FetchAnswer,
  FetchRequest,
} from '../messages/index.ts'
import { judgeBy } from './access-judge.ts'
import { isBarred } from './is-barred.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor } from './office-store.ts'

/**
 * Announces a file, or says how much of it is there. Files come before the entries that refer to them, so the case may
 * not exist yet; who may write is judged with the entry, and who may read when it is fetched.
 */
export async function answerBlob(
  { store, now }: OfficePorts,
  actor: Actor,
  { card }: BlobRequest,
): Promise<BlobAnswer> {
  return store.transact(actor, async (tx): Promise<BlobAnswer> => {
    if (await isBarred(tx, now())) return refused('unknown-blob')
    const stored = await tx.findBlob(card.blob)
    if (stored !== undefined) {
      const isSame = canonicalJson(stored.card) === canonicalJson(card)
      return isSame ? { state: 'have', have: stored.have } : refused('other-blob')
    }
    await tx.putBlob(card)
    return { state: 'have', have: 0 }
  })
}

/** Takes in one chunk, the next that is missing. A chunk that is there already is not looked at again. */
export async function answerChunk(
  { store, now, digestOfBytes }: OfficePorts,
  actor: Actor,
  { blob, number, bytes }: ChunkRequest,
): Promise<BlobAnswer> {
  const digest = await digestOfBytes(bytes)
  return store.transact(actor, async (tx): Promise<BlobAnswer> => {
    if (await isBarred(tx, now())) return refused('unknown-blob')
    const stored = await tx.findBlob(blob)
    if (stored === undefined) return refused('unknown-blob')
    if (number !== stored.have) return { state: 'have', have: stored.have }
    if (stored.card.chunks[number] !== digest) return refused('other-digest')
    await tx.putChunk(blob, number, bytes)
    return { state: 'have', have: stored.have + 1 }
  })
}

/** Gives one chunk to who may open the compartment that the file is sealed in. */
export async function answerFetch(
  { store, now }: OfficePorts,
  actor: Actor,
  { blob, number }: FetchRequest,
): Promise<FetchAnswer> {
  return store.transact(actor, async (tx): Promise<FetchAnswer> => {
    if (await isBarred(tx, now())) return { state: 'not-there' }
    const stored = await tx.findBlob(blob)
    const subject = stored === undefined ? undefined : await tx.findSubject(stored.card.subject)
    if (stored === undefined || subject === undefined) return { state: 'not-there' }
    const judge = judgeBy(await tx.readAccess(), now())
    if (!judge.mayOpen(stored.card.compartment, subject)) return { state: 'not-there' }
    const bytes = await tx.readChunk(blob, number)
    return bytes === undefined ? { state: 'not-there' } : { state: 'chunk', card: stored.card, bytes }
  })
}

function refused(reason: BlobRefusal['reason']): BlobAnswer {
  return { state: 'refused', refusal: { reason } }
}
