/** Rows with their places, from 1: they have no other identity, and are only added at the end. */
export function placed<Row>(rows: readonly Row[]) {
  return rows.map((row, index) => ({ row, index, place: index + 1 }))
}
