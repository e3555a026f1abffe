export * from './app.tsx'
export { fetchAhead } from './screen-code.ts'
