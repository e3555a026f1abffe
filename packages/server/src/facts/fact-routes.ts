import { subjectJournalRoute } from '@sathi/contract/journal'
import type { FastifyInstance } from 'fastify'
import { notThere, sendRefusal, serveRoute } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { findSubjects, readJournal } from '../journal/index.ts'
import { viewEntries } from './view-facts.ts'

/** One subject's journal: every entry with its history, coded facts only. */
export function factRoutes(
  app: FastifyInstance,
  database: Database,
  findActor: () => Promise<Actor | undefined>,
): void {
  serveRoute(app, subjectJournalRoute, async ({ params: { id } }, { reply }) => {
    const actor = await findActor()
    if (actor === undefined) return sendRefusal(reply, 404, notThere)
    return database.withSnapshot(actor, async (tx) => {
      const subject = (await findSubjects(tx, [id])).get(id)
      if (subject === undefined) return sendRefusal(reply, 404, notThere)
      return { subject, entries: await viewEntries(tx, await readJournal(tx, id)) }
    })
  })
}
