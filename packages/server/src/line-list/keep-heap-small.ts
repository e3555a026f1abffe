import { setFlagsFromString } from 'node:v8'

let reading = 0

/**
 * While a list is read, the heap may grow by a third beyond what is in use before it is tidied, not to a multiple of
 * it: rows come and go by the million, and the work of the house goes on beside. V8 reads this setting each time it
 * tidies, so it can be changed at any time; 0 is its own way.
 */
export async function keepHeapSmall<T>(work: () => Promise<T>): Promise<T> {
  reading += 1
  setFlagsFromString('--heap-growing-percent=30')
  try {
    return await work()
  } finally {
    reading -= 1
    if (reading === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
