import type { Compartment, MemberId, SubjectId } from '@sathi/domain'
import type { BlobCard, BlobId } from '@sathi/sync'
import { type MemberSight, statement, type Transaction } from '../database/index.ts'

const selectBlob = statement(
  'find_blob',
  'select subject_id, compartment, size, chunks, have from app.blob where org_id = (select app.org_id()) and id = $1',
)
const selectFinished = statement(
  'find_finished_blobs',
  `select id from app.blob where org_id = (select app.org_id()) and id = any($1::uuid[]) and have = cardinality(chunks)`,
)
const storeBlob = statement(
  'store_blob',
  `insert into app.blob (org_id, id, subject_id, compartment, size, chunks, have, made_by, made_at)
   values ((select app.org_id()), $1, $2, $3, $4, $5, 0, $6, now())`,
)
const storeChunk = statement(
  'store_chunk',
  `with next as (update app.blob set have = have + 1
     where org_id = (select app.org_id()) and id = $1 and have = $2 returning id)
   insert into app.blob_chunk (org_id, blob_id, number, bytes) select (select app.org_id()), id, $2, $3 from next`,
)
const selectChunk = statement(
  'read_chunk',
  'select bytes from app.blob_chunk where org_id = (select app.org_id()) and blob_id = $1 and number = $2',
)
const sumSizes = statement(
  'sum_blobs',
  `select coalesce(sum(size), 0)::bigint as bytes, coalesce(sum(size) filter (where made_by = $1
     and have < cardinality(chunks)), 0)::bigint as unfinished
   from app.blob where org_id = (select app.org_id()) and id <> $2`,
)

type Row = {
  readonly subject_id: SubjectId
  readonly compartment: Compartment
  readonly size: number
  readonly chunks: readonly string[]
  readonly have: number
}

/** A file's card, and how many of its chunks are there, from the first on. */
export async function findBlob(
  tx: Transaction,
  blob: BlobId,
): Promise<{ readonly card: BlobCard; readonly have: number } | undefined> {
  const [row] = await tx.query<Row>(selectBlob, [blob])
  if (row === undefined) return undefined
  const { subject_id, compartment, size, chunks, have } = row
  return { card: { blob, subject: subject_id, compartment, size, chunks }, have }
}

export async function findFinishedBlobs(
  tx: Transaction,
  blobs: readonly BlobId[],
): Promise<ReadonlySet<BlobId>> {
  const rows = await tx.query<{ id: BlobId }>(selectFinished, [blobs])
  return new Set(rows.map(({ id }) => id))
}

export async function insertBlob(tx: Transaction, madeBy: MemberId, card: BlobCard): Promise<void> {
  const { blob, subject, compartment, size, chunks } = card
  await tx.query(storeBlob, [blob, subject, compartment, size, chunks, madeBy])
}

/** Takes the next chunk that is missing; any other is passed over. */
export async function insertChunk(
  tx: Transaction,
  blob: BlobId,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.query(storeChunk, [blob, number, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)])
}

/** One chunk, for who may open the compartment that its file is sealed in. */
export async function readChunk(
  tx: Transaction,
  sight: MemberSight,
  blob: BlobId,
  number: number,
): Promise<Uint8Array | undefined> {
  const [row] = await tx.queryFor<{ bytes: Buffer }>(sight, selectChunk, [blob, number])
  return row?.bytes
}

/** Bytes of all files that were announced but this one, and of those among them that a member has not finished. */
export async function sumBlobs(
  tx: Transaction,
  member: MemberId,
  but: BlobId,
): Promise<{ readonly bytes: number; readonly unfinished: number }> {
  const [row] = await tx.query<{ bytes: number; unfinished: number }>(sumSizes, [member, but])
  return row ?? { bytes: 0, unfinished: 0 }
}
