/** Where two sets of figures differ by more than 1e-9 (of the greater, where that is more than 1), as paths. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
      ? []
      : [`${path}: ${a} is not ${b}`]
  }
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return a === b ? [] : [`${path}: ${a} is not ${b}`]
  }
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.flatMap((name) =>
    differences(a[name as keyof typeof a], b[name as keyof typeof b], path === '' ? name : `${path}.${name}`),
  )
}
