import type { SubjectId, SubjectType } from '@sathi/domain'

/** Ids of subjects by type and code: those stored, and those that this import will open. */
export type SubjectDirectory = {
  find(type: SubjectType, code: string): SubjectId | undefined
  /** The subject's id; a new one when the code is not known yet. */
  getOrOpen(type: SubjectType, code: string): SubjectId
}

export function createSubjectDirectory(
  stored: Iterable<{ readonly type: SubjectType; readonly code: string; readonly id: SubjectId }>,
  newSubjectId: () => SubjectId,
): SubjectDirectory {
  const idsByType = new Map<SubjectType, Map<string, SubjectId>>()
  const idsOf = (type: SubjectType): Map<string, SubjectId> => {
    const known = idsByType.get(type)
    if (known !== undefined) return known
    const fresh = new Map<string, SubjectId>()
    idsByType.set(type, fresh)
    return fresh
  }
  for (const { type, code, id } of stored) idsOf(type).set(code, id)
  return {
    find: (type, code) => idsByType.get(type)?.get(code),
    getOrOpen(type, code) {
      const ids = idsOf(type)
      const known = ids.get(code)
      if (known !== undefined) return known
      const id = newSubjectId()
      ids.set(code, id)
      return id
    },
  }
}
