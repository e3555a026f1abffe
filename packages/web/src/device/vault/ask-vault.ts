import { openDesk, type TaskDesk } from './task-desk.ts'
import type { VaultTasks } from './vault-tasks.ts'

/** The vault's worker. It is ended after use: passphrases were stretched in its memory. */
export type VaultDesk = TaskDesk<VaultTasks>

export function openVaultDesk(): VaultDesk {
  return openDesk(new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' }))
}

/** Asks one thing of a worker of its own. */
export async function askVault<Task extends keyof VaultTasks>(
  task: Task,
  ...given: Parameters<VaultTasks[Task]>
): Promise<Awaited<ReturnType<VaultTasks[Task]>>> {
  const desk = openVaultDesk()
  try {
    return (await desk.ask(task, ...(given as never))) as Awaited<ReturnType<VaultTasks[Task]>>
  } finally {
    desk.end()
  }
}
