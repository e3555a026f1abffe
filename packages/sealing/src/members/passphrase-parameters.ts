import { type Argon2Parameters, randomBytes, saltLength, stretchPassphrase } from '../primitives/index.ts'

/** Parameters that are good enough to protect a key: never weaker than `weakestParameters`. */
export type StrongParameters = Argon2Parameters & { readonly strong: unique symbol }

/** OWASP's set of 19 MiB, two passes, one lane: 0.4 s on a slow phone, measured. */
export const weakestParameters = { memoryKiB: 19_456, passes: 2, lanes: 1 } as StrongParameters

// More would stall a cheap phone or end its tab: parameters come from the server, and a server may be hostile.
const mostMemoryKiB = 1_048_576
const mostPasses = 64

/**
 * The parameters, if they cost a guesser at least as much as the weakest allowed and this device no more than it can
 * bear; undefined otherwise. A server that could ask for weaker ones would get a sign-in secret that is cheap to guess.
 */
export function findStrongParameters(given: Argon2Parameters): StrongParameters | undefined {
  const { memoryKiB, passes, lanes } = given
  const whole = [memoryKiB, passes, lanes].every(Number.isSafeInteger)
  const strong = memoryKiB >= weakestParameters.memoryKiB && passes >= weakestParameters.passes
  const bearable = memoryKiB <= mostMemoryKiB && passes <= mostPasses && lanes === 1
  return whole && strong && bearable ? ({ memoryKiB, passes, lanes } as StrongParameters) : undefined
}

const stronger: readonly (readonly [memoryKiB: number, passes: number])[] = [
  [32_768, 2],
  [47_104, 2],
  [65_536, 2],
  [65_536, 3],
  [98_304, 3],
  [131_072, 3],
  [131_072, 4],
]

/**
 * The strongest parameters with which this device stretches a passphrase within the limit (milliseconds); the weakest
 * allowed ones even when these take longer. `now` reads a clock that only goes forward.
 */
export async function calibrateParameters(limitMs: number, now: () => number): Promise<StrongParameters> {
  const salt = randomBytes(saltLength)
  let chosen = weakestParameters
  for (const [memoryKiB, passes] of stronger) {
    const next = { memoryKiB, passes, lanes: 1 } as StrongParameters
    const begun = now()
    await stretchPassphrase('how long does this take', salt, chosen)
    const work = (memoryKiB * passes) / (chosen.memoryKiB * chosen.passes)
    if ((now() - begun) * work > limitMs) return chosen
    chosen = next
  }
  return chosen
}
