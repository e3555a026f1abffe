type Task = (...given: never[]) => Promise<unknown>
type Tasks = Readonly<Record<string, Task>>

/** What a worker does, as a page asks for it. Ending it gives back its memory; what it was doing is then left undone. */
export type TaskDesk<All extends object> = {
  ask<Name extends keyof All>(
    task: Name,
    ...given: All[Name] extends (...given: infer Given) => unknown ? Given : never
  ): Promise<All[Name] extends (...given: never[]) => infer Answer ? Awaited<Answer> : never>
  end(): void
}

type Asked = { readonly number: number; readonly task: string; readonly given: readonly unknown[] }
type Answer = { readonly number: number; readonly value?: unknown; readonly fault?: string }

/** A task could not be done; its name is that of the fault in the worker, such as `QuotaExceededError`. */
export class TaskFault extends Error {
  constructor(name: string) {
    super(`a task of the device: ${name}`)
    this.name = name
  }
}

/** The page's end. */
export function openDesk<All extends object>(worker: Worker): TaskDesk<All> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.number)
    waiting.delete(data.number)
    if (data.fault === undefined) asked?.resolve(data.value)
    else asked?.reject(new TaskFault(data.fault))
  })
  worker.addEventListener('error', () => {
    for (const asked of waiting.values()) asked.reject(new TaskFault('WorkerNotStarted'))
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
    end() {
      worker.terminate()
      for (const asked of waiting.values()) asked.reject(new TaskFault('Ended'))
      waiting.clear()
    },
  }
}

/** The worker's end. Of a fault only the name crosses over: a message might repeat what was typed. */
export function serveTasks(all: object): void {
  const tasks = all as Tasks
  addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    const { number, task, given } = data
    try {
      postMessage({ number, value: await tasks[task]?.(...(given as never[])) } satisfies Answer)
    } catch (fault) {
      const isNamed = fault instanceof Error || fault instanceof DOMException
      postMessage({ number, fault: isNamed ? fault.name : 'Fault' } satisfies Answer)
    }
  })
}
