import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SubjectId } from '@sathi/domain'
import type { Actor, Database } from '../packages/server/src/database/index.ts'
import { type Deployment, openDeployment } from '../packages/server/src/deployment/index.ts'
import { listSubjects, readFeed, type Submission } from '../packages/server/src/journal/index.ts'
import { findActor, importInto, readOrganisation } from '../packages/server/src/programme/index.ts'
import { openLineList } from '../packages/server/src/tables/index.ts'

const demoFolder = fileURLToPath(new URL('../demo/programme-2020-21', import.meta.url))

/** A deployment of its own with the demonstration programme in it: real settings, real disk. */
export async function openDemo(folder: string): Promise<{ deployment: Deployment; actor: Actor }> {
  const deployment = await openDeployment({ dataDir: join(folder, 'data') })
  if (!deployment.ok) throw new Error(deployment.refusal.message)
  const list = await openLineList(demoFolder)
  if (list.kind === 'refused') throw new Error('the demonstration programme cannot be read')
  await importInto(deployment.value.database, list.list, { dryRun: false })
  await list.list.close()
  const actor = await findActor(deployment.value.database)
  if (actor === undefined) throw new Error('no organisation')
  return { deployment: deployment.value, actor }
}

/** Every entry of the actor's journals as it was submitted, in order of position. */
export async function readSubmissions(database: Database, actor: Actor): Promise<Submission[]> {
  return database.withSnapshot(actor, async (tx) => {
    const codes = new Map<SubjectId, string>((await listSubjects(tx)).map(({ id, code }) => [id, code]))
    const { entries } = await readOrganisation(tx)
    const { epoch } = await tx.tables
      .selectFrom('organisation')
      .select('epoch')
      .where('org_id', '=', tx.orgId)
      .executeTakeFirstOrThrow()
    const page = await readFeed(tx, { epoch, position: 0 }, entries)
    if (page.state !== 'page') throw new Error('the feed has another epoch')
    return page.entries.map(({ entry }) => {
      const subjectCode = codes.get(entry.subject.id)
      return subjectCode === undefined ? { entry } : { entry, subjectCode }
    })
  })
}
