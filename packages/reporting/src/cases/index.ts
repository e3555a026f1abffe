export * from './groups-of-case.ts'
