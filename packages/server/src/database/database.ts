import type { Actor, OrgId } from './actor.ts'
import type { Transaction } from './transaction.ts'

/** The store. Everything is read and written in a transaction for somebody; there is no other way in. */
export type Database = {
  /**
   * Runs `work` in one transaction and gives its answer once the transaction is durable. When others were in the way,
   * or the connection was lost before committing, it runs `work` again: so `work` must do nothing that cannot be repeated.
   * Throws when the connection is lost in the middle of committing: then only the store knows whether it is stored.
   */
  withTransaction<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Runs `read` on the state of one moment, whatever is written meanwhile; it cannot write. */
  withSnapshot<T>(actor: Actor, read: (tx: Transaction) => Promise<T>): Promise<T>
  /** For backup: one moment of the whole deployment, one organisation after the other. */
  withWholeSnapshot<T>(read: (deployment: Deployment) => Promise<T>): Promise<T>
  /** For restore and set-up: one transaction over several organisations. */
  withWholeTransaction<T>(work: (deployment: Deployment) => Promise<T>): Promise<T>
  /** The number of the last migration applied. */
  readonly schemaVersion: number
  /** Ends all connections; transactions that are under way finish first. */
  close(): Promise<void>
}

/** One transaction over all organisations. Row-level security shows one of them at a time. */
export type Deployment = {
  /** Ids of the organisations there are, in order. */
  organisationIds(): Promise<OrgId[]>
  /** Ids that any row of any table bears, in order: also of an organisation whose own row is gone. */
  storedOrganisationIds(): Promise<OrgId[]>
  /** Turns to another organisation; what was held for the one before is void. */
  become(orgId: OrgId): Promise<Transaction>
  /** See `Transaction.discard`. */
  discard(): void
}
