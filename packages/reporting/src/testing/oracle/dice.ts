/** A seeded stream of choices: the same seed always gives the same list. */
export type Dice = {
  /** A whole number from low to high, both included. */
  whole: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** Some of the values, in their order: each with the same chance. */
  some: <T>(from: readonly T[], share: number) => T[]
  shuffled: <T>(values: readonly T[]) => T[]
}

/** Dice for a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const chance = (share: number) => next() < share
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[whole(0, from.length - 1)] as T
  }
  const shuffled = <T>(values: readonly T[]): T[] => {
    const deck = [...values]
    for (let i = deck.length - 1; i > 0; i--) {
      const j = whole(0, i)
      ;[deck[i], deck[j]] = [deck[j] as T, deck[i] as T]
    }
    return deck
  }
  return { whole, chance, pick, some: (from, share) => from.filter(() => chance(share)), shuffled }
}
