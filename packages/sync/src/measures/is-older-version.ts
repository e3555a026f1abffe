/** Whether a version (`1.4.0`) of the app is older than another. What is not a number counts as 0. */
export function isOlderVersion(version: string, than: string): boolean {
  const left = partsOf(version)
  const right = partsOf(than)
  for (let place = 0; place < 3; place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function partsOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
