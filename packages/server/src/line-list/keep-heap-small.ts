import { setFlagsFromString } from 'node:v8'

let reading = 0

// V8 reads these settings each time it tidies, so they can be changed at any time; 0 and 2 are its own way.
const small = ['--heap-growing-percent=30', '--semi-space-growth-factor=1']
const ordinary = ['--heap-growing-percent=0', '--semi-space-growth-factor=2']

/**
 * While a list is read, the heap may grow by a third beyond what is in use before it is tidied, not to a multiple of
 * it, and the space for what is new does not grow at all (on a crowded computer it comes to 128 MB and more): rows come
 * and go by the million, and the work of the house goes on beside.
 */
export async function keepHeapSmall<T>(work: () => Promise<T>): Promise<T> {
  reading += 1
  for (const flag of small) setFlagsFromString(flag)
  try {
    return await work()
  } finally {
    reading -= 1
    if (reading === 0) for (const flag of ordinary) setFlagsFromString(flag)
  }
}
