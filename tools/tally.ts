/** How many checks and tests passed, failed or were left out, and what failed, in the order it was found. */
export type Tally = { passed: number; skipped: number; failures: string[] }

export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  }
}

/** Prints the failures and, as the very last line, `N passed, N failed`, which the callers of `npm test` read. */
export function printTally({ passed, skipped, failures }: Tally): void {
  if (failures.length > 0)
    console.log(`\nFailed:\n${failures.map((failure) => `  ✗ ${failure}`).join('\n')}\n`)
  console.log(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}
