type TrustedTypes = {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown
}

/**
 * Under the server's content policy the browser makes neither script nor markup out of text. The one exception: addresses of
 * our own workers, which stand in the code as text. To be called before anything else; older browsers do without.
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
  })
}
