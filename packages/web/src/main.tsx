import { createRoot } from 'react-dom/client'
import { App, fetchAhead, trustOwnScripts } from './app/index.ts'
import { activateLanguage, preferredLanguage } from './language/index.ts'

trustOwnScripts()
const frame = document.getElementById('app')
if (frame === null) throw new Error('the page has no place for the app')
await activateLanguage(preferredLanguage())
createRoot(frame).render(<App />)
fetchAhead()
