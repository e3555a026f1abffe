const MiB = 1024 * 1024

/** Largest CSV file, and largest sheet of a workbook once it is unpacked, in bytes. */
export const LARGEST_TABLE_BYTES = 64 * MiB
/** Largest line list altogether, unpacked, in bytes. */
export const LARGEST_LIST_BYTES = 192 * MiB
/** Largest workbook file as it lies on the disk (packed), in bytes. */
export const LARGEST_WORKBOOK_BYTES = 32 * MiB
/** Longest cell, in UTF-16 units; a sheet of paper holds about 3,000. */
export const LONGEST_CELL = 10_000
export const MOST_COLUMNS = 200
export const MOST_TABLES = 200
/** Longest row of a CSV file, in bytes. What is longer is nearly always a quotation mark that never closes. */
export const LONGEST_ROW_BYTES = 2 * MiB
/** Parts in a workbook; a workbook of a hundred sheets has about 220. */
export const MOST_WORKBOOK_PARTS = 300
/** Rows handed over at a time. */
export const ROWS_PER_BATCH = 500

/** "64 MiB", for words in a fault. */
export function inMebibytes(bytes: number): string {
  return `${Math.ceil((bytes * 10) / MiB) / 10} MiB`
}
