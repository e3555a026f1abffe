import type { BrowserContext } from 'playwright-core'

/**
 * Writes down what a visitor must never meet: an error on the console or outside it, a breach of the content policy,
 * and any request to another host than Sathi's own.
 * @returns a list that grows
 */
export async function watchForTroubles(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  context.on('weberror', (error) => troubles.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:/.test(url.protocol) && url.origin !== origin) troubles.push(`A request to ${url.host}`)
  })
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      reportError(`The content policy forbids ${effectiveDirective} ${blockedURI}`),
    ),
  )
  return troubles
}
