import { vaultTasks } from './vault-tasks.ts'

type Asked = {
  readonly number: number
  readonly task: keyof typeof vaultTasks
  readonly given: readonly unknown[]
}

const tasks = vaultTasks as unknown as Readonly<
  Record<string, (...given: readonly unknown[]) => Promise<unknown>>
>

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const { number, task, given } = data
  try {
    postMessage({ number, value: await tasks[task]?.(...given) })
  } catch (fault) {
    // Only the kind of fault crosses over: a message might repeat what was typed.
    postMessage({ number, fault: fault instanceof Error ? fault.name : 'fault' })
  }
})
