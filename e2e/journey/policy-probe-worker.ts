import { derivePassphraseKeys, weakestParameters } from '@sathi/sealing'

/** Argon2id as a device stretches a passphrase: in a worker of the page, in WebAssembly. */
export function deriveProbe(): Promise<string> {
  const settings = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', parameters: weakestParameters }
  return derivePassphraseKeys('moon over the river', settings).then((derived) =>
    derived.state === 'open' ? derived.value.signInSecret : derived.reason,
  )
}

if ('WorkerGlobalScope' in globalThis) postMessage(await deriveProbe())
