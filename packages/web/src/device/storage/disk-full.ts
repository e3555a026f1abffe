/** Whether a write failed because the device has no room left. Dexie hands the browser's fault on as a cause. */
export function isDiskFull(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  const { name, inner } = fault as { readonly name?: unknown; readonly inner?: unknown }
  return name === 'QuotaExceededError' || (inner !== fault && isDiskFull(inner))
}
