import type { SubjectId } from '@sathi/domain'
import { findRecord, keepRecord } from '../records/device-records.ts'
import type { Session } from '../session/session.ts'
import type { DraftToSave } from '../writing/draft-to-save.ts'

/** A file as a sealed field names it. The key is what opens it; screens need not know it. */
export type FileInField = {
  readonly blob: string
  readonly mediaType: string
  readonly bytes: number
  readonly key?: string
}

const table = 'file-key'

export function keepFileKey(
  { records }: Session,
  blob: string,
  key: string,
  subject: SubjectId,
): Promise<void> {
  return keepRecord(records, table, blob, key, subject)
}

export function findFileKey({ records }: Session, blob: string): Promise<string | undefined> {
  return findRecord<string>(records, table, blob)
}

/** The draft with the key of each file in its field: whoever may open the compartment may then open the file. */
export async function withFileKeys(session: Session, draft: DraftToSave): Promise<DraftToSave> {
  const sealedFields = await mapValues(draft.sealedFields, (fields) =>
    mapValues(fields, async (value) => {
      const file = value as Partial<FileInField> | null
      if (typeof file?.blob !== 'string' || file.key !== undefined) return value
      const key = await findFileKey(session, file.blob)
      return key === undefined ? value : { ...file, key }
    }),
  )
  return { ...draft, sealedFields }
}

async function mapValues<Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Promise<Mapped>,
): Promise<Readonly<Record<string, Mapped>>> {
  const mapped = await Promise.all(
    Object.entries(record).map(async ([name, value]): Promise<[string, Mapped]> => [name, await map(value)]),
  )
  return Object.fromEntries(mapped)
}
