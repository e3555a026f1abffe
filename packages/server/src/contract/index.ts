export { findFullDisk } from './full-disk.ts'
export { notSetUp, notThere, sendRefusal } from './send-refusal.ts'
export { serveRoute, type Told } from './serve-route.ts'
export { documented, speakContract } from './speak-contract.ts'
