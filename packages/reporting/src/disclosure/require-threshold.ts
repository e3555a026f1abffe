/** Returns a threshold k unchanged; throws a RangeError where it is not a whole number of people from 1 up. */
export function requireThreshold(k: number): number {
  if (!Number.isSafeInteger(k) || k < 1)
    throw new RangeError(`a threshold is a whole number from 1, found ${k}`)
  return k
}
