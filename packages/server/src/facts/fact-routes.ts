import type { SubjectId } from '@sathi/domain'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contract, notThere, sendRefusal } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { findSubjects, readJournal } from '../journal/index.ts'
import { viewEntries } from './view-facts.ts'

const SubjectParams = z.object({ id: z.uuid() })

/** One subject's journal: every entry with its history, coded facts only. */
export function factRoutes(
  app: FastifyInstance,
  database: Database,
  findActor: () => Promise<Actor | undefined>,
): void {
  app.get(
    '/api/subjects/:id/journal',
    { schema: contract({ summary: "A subject's journal in order of arrival", params: SubjectParams }) },
    async (request, reply) => {
      const id = (request.params as z.infer<typeof SubjectParams>).id.toLowerCase() as SubjectId
      const actor = await findActor()
      if (actor === undefined) return sendRefusal(reply, 404, notThere)
      return database.withSnapshot(actor, async (tx) => {
        const subject = (await findSubjects(tx, [id])).get(id)
        if (subject === undefined) return sendRefusal(reply, 404, notThere)
        return { subject, entries: await viewEntries(tx, await readJournal(tx, id)) }
      })
    },
  )
}
