import { canonicalJson, isUuid, type SubjectId } from '@sathi/domain'
import type { Transaction } from '../database/index.ts'
import { insertOrganisation, type Organisation } from './create-organisation.ts'
import { isEntry, isName } from './entry-form.ts'
import { foldSince } from './fold-since.ts'
import type { FeedEnd } from './lock-journals.ts'
import { insertEntries, insertSubjects, type ReceivedEntry } from './store-entries.ts'

/** An entry of a backup: its bytes and the moment when it came. */
export type KeptEntry = { readonly body: string; readonly receivedAt: Date }

/** An organisation being filled from a backup. */
export type JournalLoad = {
  /** False when one of them is no subject: then the backup is no good, and the transaction must not be kept. */
  addSubjects(
    subjects: readonly { readonly id: string; readonly type: string; readonly code: string }[],
  ): Promise<boolean>
  /** Entries in order of position. False when one of them is no entry. */
  addEntries(entries: readonly KeptEntry[]): Promise<boolean>
  /** Folds all sheets. Gives the end of the feed, which must be the one that was backed up. */
  finish(): Promise<FeedEnd>
}

/** Opens an organisation as it was backed up, with empty journals, to be filled in the same transaction. */
export async function openJournalLoad(tx: Transaction, organisation: Organisation): Promise<JournalLoad> {
  let end = await insertOrganisation(tx, organisation)
  let writing: Promise<unknown> = Promise.resolve()
  return {
    async addSubjects(subjects) {
      if (!subjects.every(({ id, type, code }) => isUuid(id) && isName(type) && isName(code))) return false
      const opened = insertSubjects(
        tx,
        new Map(subjects.map((subject) => [subject.id as SubjectId, subject])),
        end,
      )
      end = opened.end
      await opened.stored
      return true
    },
    async addEntries(entries) {
      const received = entries.map(findReceived)
      if (!received.every((one) => one !== undefined)) return false
      // The entries before are written while these are unpacked.
      await writing
      const inserted = insertEntries(tx, received, end)
      end = inserted.end
      writing = inserted.stored
      return true
    },
    async finish() {
      await writing
      await foldSince(tx, 0, end.position)
      return end
    },
  }
}

function findReceived({ body, receivedAt }: KeptEntry): ReceivedEntry | undefined {
  try {
    const entry: unknown = JSON.parse(body)
    return isEntry(entry) && canonicalJson(entry) === body ? { entry, body, receivedAt } : undefined
  } catch {
    return undefined
  }
}
