import { createHmac, randomBytes } from 'node:crypto'
import { statement, type Transaction } from '../database/index.ts'

const storePepper = statement(
  'store_pepper',
  'insert into auth.pepper (org_id, pepper) values ((select app.org_id()), $1)',
)
const selectPepper = statement(
  'get_pepper',
  'select pepper from auth.pepper where org_id = (select app.org_id())',
)

/** An organisation's secret of the server, from which what must look random but stay the same is made. */
export type Pepper = Buffer & { readonly pepper: unique symbol }

export async function openPepper(tx: Transaction): Promise<void> {
  await tx.query(storePepper, [randomBytes(32)])
}

/** Undefined where nobody can sign in: the organisation does not exist, or has no people yet. */
export async function findPepper(tx: Transaction): Promise<Pepper | undefined> {
  return (await tx.query<{ pepper: Pepper }>(selectPepper, []))[0]?.pepper
}

/** 32 bytes that follow from the pepper and the words alone. */
export function fromPepper(pepper: Pepper, ...words: readonly (string | number)[]): Buffer {
  return createHmac('sha256', pepper).update(JSON.stringify(words)).digest()
}
