export * from './app.tsx'
export { fetchAhead } from './screen-code.ts'
export { trustOwnScripts } from './trust-own-scripts.ts'
