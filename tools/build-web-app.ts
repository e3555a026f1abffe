import { sayWhyItStopped } from './boot/say.mjs'
import { ensureWebApp } from './ensure-web-app.ts'

process.exitCode = await ensureWebApp().then(() => 0, sayWhyItStopped)
