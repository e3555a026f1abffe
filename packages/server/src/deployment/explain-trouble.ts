import { type Database, databaseLost, findPassingTrouble } from '../database/index.ts'
import type { Refusal } from '../refusal/index.ts'

/**
 * The same store, whose errors say why PostgreSQL could not be reached where that is known: a connection that is lost
 * tells nothing of the full disk that PostgreSQL ended for.
 */
export function explainTrouble(database: Database, trouble: () => Refusal | undefined): Database {
  const explained = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      const refusal = isConnectionLost(error) ? trouble() : undefined
      throw refusal === undefined ? error : databaseLost(refusal, error)
    }
  }
  return {
    ...database,
    withTransaction: (actor, work) => explained(database.withTransaction(actor, work)),
    withSnapshot: (actor, read) => explained(database.withSnapshot(actor, read)),
    withWholeSnapshot: (read) => explained(database.withWholeSnapshot(read)),
    withWholeTransaction: (work) => explained(database.withWholeTransaction(work)),
  }
}

function isConnectionLost(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (findPassingTrouble(one) === 'connection') return true
  }
  return false
}
