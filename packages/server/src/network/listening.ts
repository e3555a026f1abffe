import type { CertificateFiles } from './certificate.ts'

/** Where the server listens and who may reach it there, as the command line or the environment says. */
export type Listening = {
  /** An address of this computer; 0.0.0.0 and :: mean all of them. */
  readonly host: string
  readonly port: number
} & (
  | { readonly kind: 'this-computer' }
  | {
      readonly kind: 'own-certificate'
      readonly files: CertificateFiles
      /** Under which people open it, such as https://sathi.example.org; undefined: what the certificate names. */
      readonly address: string | undefined
    }
  | {
      readonly kind: 'behind-proxy'
      /** Addresses or networks whose word about the visitor is taken. */
      readonly proxies: readonly string[]
      readonly address: string
    }
)

/** The port that is listened on when none is asked for. */
export const usualPort = 7284
export const loopback = '127.0.0.1'
