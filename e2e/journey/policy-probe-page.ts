import { trustOwnScripts } from '../../packages/web/src/app/trust-own-scripts.ts'

// Tries, as code that was smuggled in would, what the content policy must refuse; and what the app itself needs.
trustOwnScripts()

const marks = globalThis as { ran?: string[] }
marks.ran ??= []
const smuggled = (name: string) => `(globalThis.ran ??= []).push('${name}')`

const attempts: Readonly<Record<string, () => unknown>> = {
  function: () => new Function(smuggled('function'))(),
  timer: () => setTimeout(smuggled('timer') as unknown as () => void, 0),
  element() {
    const script = document.createElement('script')
    script.textContent = smuggled('element')
    document.body.append(script)
  },
  markup() {
    document.body.innerHTML += `<img src="x" onerror="${smuggled('markup')}">`
  },
  handler() {
    const button = document.createElement('button')
    button.setAttribute('onclick', smuggled('handler'))
    document.body.append(button)
    button.click()
  },
  elsewhere() {
    const script = document.createElement('script')
    script.src = 'http://elsewhere.test/x.js'
    document.body.append(script)
  },
  'worker of text': () => new Worker(URL.createObjectURL(new Blob([smuggled('worker of text')]))),
  'worker of elsewhere': () => new Worker('http://elsewhere.test/x.js'),
}
for (const attempt of Object.values(attempts)) {
  try {
    attempt()
  } catch {
    // Refused at once; what is refused later leaves no mark either.
  }
}
const asked = await fetch('http://elsewhere.test/').then(
  () => 'sent',
  () => 'refused',
)

const worker = new Worker(new URL('./policy-probe-worker.ts', import.meta.url), { type: 'module' })
const derived = await new Promise<string>((resolve) => {
  worker.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data))
  worker.addEventListener('error', () => resolve('the worker did not start'))
})
document.title = JSON.stringify({ ran: marks.ran, asked, derived })
