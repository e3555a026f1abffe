export { changesInTheSystem } from './changes-in-the-system.ts'
