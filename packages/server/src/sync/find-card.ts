import { type Actor, type BlobCard, type BlobId, judgeBy, type OfficePorts } from '@sathi/sync'

/** A file's card, for who may open the compartment that it is sealed in. */
export async function findCard(
  { store, now }: OfficePorts,
  actor: Actor,
  blob: BlobId,
): Promise<BlobCard | undefined> {
  return store.transact(actor, async (tx) => {
    if ((await tx.readStanding(now())).state !== 'ok') return undefined
    const stored = await tx.findBlob(blob)
    const subject = stored && (await tx.findSubject(stored.card.subject))
    if (stored === undefined || subject === undefined) return undefined
    const judge = judgeBy(await tx.readAccess(), now())
    return judge.mayOpen(stored.card.compartment, subject) ? stored.card : undefined
  })
}
