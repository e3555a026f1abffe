import type { VaultTasks } from './vault-tasks.ts'

/** The vault's worker as a page asks it. Ending it gives back the memory in which passphrases were stretched. */
export type VaultDesk = {
  ask<Task extends keyof VaultTasks>(
    task: Task,
    ...given: Parameters<VaultTasks[Task]>
  ): Promise<Awaited<ReturnType<VaultTasks[Task]>>>
  end(): void
}

type Answer = { readonly number: number; readonly value?: unknown; readonly fault?: string }

export function openVaultDesk(): VaultDesk {
  const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.number)
    waiting.delete(data.number)
    if (data.fault === undefined) asked?.resolve(data.value)
    else asked?.reject(new VaultFault(data.fault))
  })
  worker.addEventListener('error', () => {
    for (const asked of waiting.values()) asked.reject(new VaultFault('the worker did not start'))
    waiting.clear()
  })
  return {
    ask(task, ...given) {
      const asked = Promise.withResolvers<unknown>()
      last += 1
      waiting.set(last, asked)
      worker.postMessage({ number: last, task, given })
      return asked.promise as never
    },
    end: () => worker.terminate(),
  }
}

/** Asks one thing of a worker of its own. */
export async function askVault<Task extends keyof VaultTasks>(
  task: Task,
  ...given: Parameters<VaultTasks[Task]>
): Promise<Awaited<ReturnType<VaultTasks[Task]>>> {
  const desk = openVaultDesk()
  try {
    return await desk.ask(task, ...given)
  } finally {
    desk.end()
  }
}

/** The vault's file could not be read or written. */
export class VaultFault extends Error {
  constructor(what: string) {
    super(`vault: ${what}`)
    this.name = 'VaultFault'
  }
}
