export type { CountTable, TableSum } from './count-table.ts'
export { type DifferencingFault, differencingFault, type SmallDifference } from './differencing-fault.ts'
export { disclosureThreshold } from './disclosure-threshold.ts'
export { linkTables } from './link-tables.ts'
export { oneWayTable } from './one-way-table.ts'
export { overlappingTable } from './overlapping-table.ts'
export {
  type Release,
  type ReleasedCell,
  type Suppression,
  type SuppressionOptions,
  suppressTable,
} from './suppress-table.ts'
export { allOfThem, cellName, twoWayTable } from './two-way-table.ts'
