export { bytesOf } from './bytes-of.ts'
export { instantOf, later, millisecondsOf } from './instants.ts'
export { isOlderVersion } from './is-older-version.ts'
export { largestChunk, largestMessage, messageFrame, mostChunks, mostInMessage, protocol } from './limits.ts'
