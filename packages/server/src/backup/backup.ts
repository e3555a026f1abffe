import { type Database, type Deployment, statement, type Transaction } from '../database/index.ts'
import { getOrganisation } from '../journal/index.ts'
import { type Outcome, refuse } from '../refusal/index.ts'
import {
  type BackupCounts,
  type BackupHeader,
  backupFormat,
  type EntryLine,
  type OrganisationLine,
  type RowLine,
  type SubjectLine,
} from './backup-format.ts'
import { refuseFile } from './file-refusal.ts'
import { judgePlace, type StoredPositions } from './judge-place.ts'
import { placeBackup } from './place-backup.ts'
import { getCounters, readSideRows, sideTables } from './side-tables.ts'
import { type BackupWriter, openBackupWriter } from './write-backup.ts'

export type BackupProgress = (entries: number, total: number) => void

/**
 * Writes everything of one moment into one file, while people go on working. The file appears when it is whole, in place
 * of an earlier backup of the same records but of no other file; only its owner may read it.
 */
export async function backup(
  database: Database,
  path: string,
  onProgress: BackupProgress = () => undefined,
): Promise<Outcome<BackupCounts>> {
  try {
    const stored = await database.withWholeSnapshot(findPositions)
    if (stored === undefined) return notWhole
    if (stored.size === 0) return nothingStored
    const place = await judgePlace(path, stored)
    if (!place.ok) return place
    return await placeBackup(path, place.value, (file) =>
      database.withWholeSnapshot(async (deployment) => {
        const writer = await openBackupWriter(file)
        try {
          return await writeEverything(deployment, database.schemaVersion, writer, onProgress)
        } catch (error) {
          await writer.abandon()
          throw error
        }
      }),
    )
  } catch (error) {
    return refuseFile(error, 'write')
  }
}

const nothingStored = refuse(
  'nothing-stored',
  'This data folder holds no records to back up.',
  'Import a line list first.',
)
const notWhole = refuse(
  'not-whole',
  'The records are not whole, so they were not backed up; earlier backups were not touched.',
  'See what is missing: npm run -s sathi -- check',
)

/** Undefined when the row of an organisation or of its feed is gone. */
async function findPositions(deployment: Deployment): Promise<StoredPositions | undefined> {
  const positions = new Map<string, number>()
  const known = new Set(await deployment.organisationIds())
  for (const orgId of await deployment.storedOrganisationIds()) {
    const [feed] = await (await deployment.become(orgId)).query<{ n: number }>(readHead, [])
    if (feed === undefined || !known.has(orgId)) return undefined
    positions.set(orgId, feed.n)
  }
  return positions
}

async function writeEverything(
  deployment: Deployment,
  schema: number,
  writer: BackupWriter,
  onProgress: BackupProgress,
): Promise<BackupCounts> {
  const header: BackupHeader = {
    backup: 'sathi',
    format: backupFormat,
    schema,
    takenAt: new Date().toISOString(),
  }
  await writer.write([header])
  const organisations = await deployment.organisationIds()
  let subjects = 0
  let entries = 0
  for (const orgId of organisations) {
    const tx = await deployment.become(orgId)
    const line = await organisationLine(tx)
    await writer.write([line])
    subjects += await writeSubjects(tx, writer)
    await writeEntries(tx, writer, (written) => onProgress(entries + written, entries + line.position))
    entries += line.position
    await writeSideTables(tx, writer)
  }
  const counts = { organisations: organisations.length, subjects, entries }
  await writer.end(counts)
  return counts
}

const pageSize = 2000

const readHead = statement(
  'backup_head',
  'select n, head, codes, about from app.org_feed where org_id = (select app.org_id())',
)
const readSubjects = statement(
  'backup_subjects',
  'select id, type, code from app.subject where org_id = (select app.org_id()) order by id',
)
const readEntries = statement(
  'backup_entries',
  `select position, received_at, body from app.entry
   where org_id = (select app.org_id()) order by position`,
)

type FeedRow = {
  readonly n: number
  readonly head: Buffer
  readonly codes: Buffer
  readonly about: Buffer
}

async function organisationLine(tx: Transaction): Promise<OrganisationLine> {
  const { orgId, name, synthetic, createdAt, epoch } = await getOrganisation(tx)
  const [feed] = await tx.query<FeedRow>(readHead, [])
  if (feed === undefined) throw new Error('an organisation without a feed')
  return {
    organisation: orgId,
    name,
    synthetic,
    createdAt: createdAt.toISOString(),
    epoch,
    position: feed.n,
    head: feed.head.toString('hex'),
    about: feed.about.toString('hex'),
    codes: feed.codes.toString('hex'),
    ...(await getCounters(tx)),
  }
}

async function writeSideTables(tx: Transaction, writer: BackupWriter): Promise<void> {
  for (const table of sideTables) {
    for await (const rows of readSideRows(tx, table)) {
      await writer.write(rows.map((row): RowLine => ({ table, row })))
    }
  }
}

type SubjectRow = { readonly id: string; readonly type: string; readonly code: string }

async function writeSubjects(tx: Transaction, writer: BackupWriter): Promise<number> {
  let count = 0
  for await (const rows of tx.pages<SubjectRow>(readSubjects, [], pageSize)) {
    await writer.write(rows.map(({ id, type, code }): SubjectLine => ({ subject: id, type, code })))
    count += rows.length
  }
  return count
}

type EntryRow = { readonly position: number; readonly received_at: Date; readonly body: string }

async function writeEntries(
  tx: Transaction,
  writer: BackupWriter,
  onProgress: (written: number) => void,
): Promise<void> {
  for await (const rows of tx.pages<EntryRow>(readEntries, [], pageSize)) {
    await writer.write(
      rows.map(
        ({ received_at, body }): EntryLine => ({ entry: body, receivedAt: received_at.toISOString() }),
      ),
    )
    onProgress(rows.at(-1)?.position ?? 0)
  }
}
