import type { Refusal } from '@sathi/contract/refusal'
import { explainFault } from '../database/index.ts'

/** The refusal of what failed because the disk is full, also where PostgreSQL ended for it; undefined for every other fault. */
export function findFullDisk(error: unknown): Refusal | undefined {
  const refusal = explainFault(error)
  return refusal?.kind === 'disk-full' ? { ...refusal, kind: 'disk-full' } : undefined
}
