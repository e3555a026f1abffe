import { fileNameOf } from './table-fault.ts'

/**
 * What a file in a folder is to a line list. Notes, expected figures and other files beside the tables are ignored,
 * and so are the traces that programs leave: `._x.csv` (macOS), `~$x.xlsx` (Excel), hidden files. A table in another
 * format must not be passed over in silence, since its rows would be missing.
 */
export function fileKind(name: string): 'csv' | 'workbook' | 'foreign-table' | 'ignored' {
  const base = fileNameOf(name)
  if (base.startsWith('.') || base.startsWith('~$')) return 'ignored'
  if (/\.csv$/i.test(base)) return 'csv'
  if (/\.xlsx$/i.test(base)) return 'workbook'
  return /\.(xls|xlsm|xlsb|xltx|ods|fods|numbers|tsv|tab)$/i.test(base) ? 'foreign-table' : 'ignored'
}

/** "follow_up" for "lists/follow_up.CSV": the name of the table in a file. */
export function tableNameOf(file: string): string {
  return fileNameOf(file)
    .replace(/\.[^.]*$/, '')
    .trim()
    .normalize('NFC')
}
