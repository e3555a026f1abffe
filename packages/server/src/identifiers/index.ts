export { newUuid7 } from './new-uuid-7.ts'
