export { acceptance } from './acceptance.ts'
