import type { ImportStatus } from '@sathi/contract/programme'

/** The imports of this run of the server, the newest few; what they say is kept in memory only. */
export type RunningImports = {
  isBusy(): boolean
  find(id: string): ImportStatus | undefined
  begin(id: string, bytesTotal: number): void
  update(id: string, change: Partial<ImportStatus>): void
}

const mostKept = 5

export function createRunningImports(): RunningImports {
  const statuses = new Map<string, ImportStatus>()
  return {
    isBusy: () => [...statuses.values()].some(({ state }) => state === 'reading' || state === 'storing'),
    find: (id) => statuses.get(id),
    begin(id, bytesTotal) {
      statuses.set(id, {
        id,
        state: 'reading',
        bytesRead: 0,
        bytesTotal,
        rowsRead: 0,
        rowsStored: 0,
        rowsAlreadyStored: 0,
        faults: [],
        faultCount: 0,
        refusal: null,
      })
      const [oldest] = statuses.keys()
      if (statuses.size > mostKept && oldest !== undefined) statuses.delete(oldest)
    },
    update(id, change) {
      const status = statuses.get(id)
      if (status !== undefined) statuses.set(id, { ...status, ...change })
    },
  }
}
