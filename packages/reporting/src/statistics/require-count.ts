/**
 * Returns a count of people, events or trials unchanged; throws a RangeError where it is not a whole number from 0 up,
 * because a figure built on such a number would be wrong without showing it.
 */
export function requireCount(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number from 0 up, found ${value}`)
  }
  return value
}
