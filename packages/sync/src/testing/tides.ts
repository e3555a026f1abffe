// Of Node alone, and named here because the packages whose tests use schedules are checked without its types.
declare function setImmediate(run: () => void): unknown

/** Waits until everything that can run has run. */
function settle(): Promise<void> {
  return new Promise((settled) => {
    setImmediate(settled)
  })
}

/** Numbers that look drawn by lot and are the same for the same seed. */
export type Lots = {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean
}

export function createLots(seed: number): Lots {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return { below: (end) => next() % end, chance: (percent) => next() % 100 < percent }
}

/** Something that runs until it is crashed: a device since it was switched on, a server process. */
export type Life = { alive: boolean }

/** Lets what runs side by side go on one step at a time, in an order drawn by lot. Time passes with each step. */
export type Tides = {
  /** Waits for its turn; for ever, when the life has ended. */
  step(life: Life): Promise<void>
  /** Lets one go on; false when nothing waits. */
  turn(): Promise<boolean>
  /** Milliseconds since 1970. */
  now(): number
  pass(milliseconds: number): void
}

export function createTides(lots: Lots, start: number): Tides {
  let now = start
  let waiting: { readonly life: Life; readonly go: () => void }[] = []
  return {
    step: (life) =>
      new Promise((go) => {
        if (life.alive) waiting.push({ life, go })
      }),
    async turn() {
      await settle()
      waiting = waiting.filter(({ life }) => life.alive)
      if (waiting.length === 0) return false
      const [next] = waiting.splice(lots.below(waiting.length), 1)
      now += 1 + lots.below(2000)
      next?.go()
      await settle()
      return true
    },
    now: () => now,
    pass(milliseconds) {
      now += milliseconds
    },
  }
}
