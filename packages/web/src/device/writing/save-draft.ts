import { type EntryId, findKind, judgeEntry } from '@sathi/domain'
import { mayWrite } from '@sathi/domain/staff'
import type { BlobId, NewItem } from '@sathi/sync'
import { saveEntry, writeAgain } from '@sathi/sync/device'
import { withFileKeys } from '../files/file-keys.ts'
import type { Session } from '../session/session.ts'
import { isDiskFull } from '../storage/disk-full.ts'
import type { DraftToSave, SaveAnswer, SaveRefusal } from './draft-to-save.ts'
import { nameTokens } from './name-tokens.ts'
import { newId } from './new-id.ts'
import { sealDraft } from './seal-draft.ts'

/** What goes with a draft: the code of a subject that it begins, and the refused entry in whose place it is written. */
export type SavingWith = { readonly subjectCode?: string; readonly insteadOf?: EntryId }

/**
 * Seals, signs and stores what somebody wrote, with its mark to go, in one strict transaction. When this answers "saved"
 * the entry outlives whatever happens to the device but its loss.
 */
export async function saveDraft(
  session: Session,
  draft: DraftToSave,
  { subjectCode, insteadOf }: SavingWith = {},
): Promise<SaveAnswer> {
  const kind = findKind(draft.kind)
  if (kind === undefined) return refused({ reason: 'unknown-kind' })
  const now = session.now()
  const { access } = session.profile
  if (access !== undefined && !mayWrite(access, draft.kind, draft.subject, now)) {
    return refused({ reason: 'not-yours' })
  }
  const usable = await session.keys
  if (usable === undefined) return refused({ reason: 'no-member-keys' })
  const whole = await withFileKeys(session, draft)
  const id = newId(Date.parse(now)) as EntryId
  // One at a time in all tabs: two that begin a compartment at once would make two keys for it.
  return navigator.locks.request('sathi saving', async (): Promise<SaveAnswer> => {
    const sealed = await sealDraft(session, usable, whole, id, now)
    if (sealed.state === 'refused') return sealed
    const faults = judgeEntry(sealed.entry, kind)
    if (faults.length > 0) return refused({ reason: 'faults', faults })
    const tokens = await nameTokens(session, usable, kind, whole)
    const blobs = filesIn(whole)
    const item: NewItem = {
      submission: {
        entry: sealed.entry,
        ...(subjectCode !== undefined && { subjectCode }),
        ...(tokens.length > 0 && { tokens }),
        ...(blobs.length > 0 && { blobs }),
      },
      keys: sealed.keys,
    }
    try {
      if (insteadOf === undefined) await saveEntry(session.store, item)
      else await writeAgain(session.store, insteadOf, item)
    } catch (fault) {
      if (isDiskFull(fault)) return refused({ reason: 'disk-full' })
      throw fault
    }
    return { state: 'saved', id }
  })
}

function refused(refusal: SaveRefusal): SaveAnswer {
  return { state: 'refused', refusal }
}

function filesIn({ sealedFields }: DraftToSave): readonly BlobId[] {
  return Object.values(sealedFields).flatMap((fields) =>
    Object.values(fields).flatMap((value) => {
      const blob = (value as { readonly blob?: unknown } | null)?.blob
      return typeof blob === 'string' ? [blob as BlobId] : []
    }),
  )
}
