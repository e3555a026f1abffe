type TrustedTypes = {
  createPolicy(
    name: 'default',
    rules: { createScriptURL(url: string): string; createHTML(markup: string): string },
  ): unknown
}

/**
 * Under the server's content policy the browser makes neither script nor markup out of text. The exceptions: addresses of our
 * own workers, which stand in the code as text, and no markup at all, by which React Aria empties what it had read aloud.
 * To be called before anything else; older browsers do without.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin !== location.origin) {
        throw new TypeError('a script of elsewhere does not run here')
      }
      return url
    },
    createHTML(markup) {
      if (markup !== '') throw new TypeError('no text becomes markup here')
      return markup
    },
  })
}
