/** After so many wrong attempts in a row the slots are erased. */
export const wrongAttemptsBeforeErasing = 10

// Three slips of the finger cost nothing; a guesser gets no further than ten.
const secondsAfter = [0, 0, 0, 0, 30, 60, 300, 900, 1800, 3600]

/** Seconds still to wait before the next attempt. A clock that has been set back counts as no time passed. */
export function waitSeconds(wrongAttempts: number, lastWrongAt: number, at: number): number {
  const whole = secondsAfter[Math.min(wrongAttempts, secondsAfter.length - 1)] ?? 0
  const passed = Math.max(0, (at - lastWrongAt) / 1000)
  return Math.ceil(Math.max(0, whole - passed))
}
