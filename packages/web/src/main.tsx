import { createRoot } from 'react-dom/client'
import { App, fetchAhead } from './app/index.ts'
import { activateLanguage, preferredLanguage } from './language/index.ts'

const frame = document.getElementById('app')
if (frame === null) throw new Error('the page has no place for the app')
await activateLanguage(preferredLanguage())
createRoot(frame).render(<App />)
fetchAhead()
