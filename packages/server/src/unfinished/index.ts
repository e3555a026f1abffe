export { beginUnfinished, type Unfinished } from './begin-unfinished.ts'
export { clearLeftovers } from './clear-leftovers.ts'
export { placeFile } from './place-file.ts'
