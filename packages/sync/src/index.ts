export * from './device/index.ts'
export * from './measures/index.ts'
export * from './messages/index.ts'
export * from './office/index.ts'
