import type { SecureContextOptions } from 'node:tls'

/** How the server is reached, and by which one address. */
export type Reach =
  | { readonly kind: 'this-computer'; readonly origin: undefined }
  | {
      readonly kind: 'own-certificate'
      /** Such as https://sathi.example.org: what browsers name as their origin. */
      readonly origin: string
      readonly tls: SecureContextOptions
    }
  | {
      readonly kind: 'behind-proxy'
      readonly origin: string
      /** Addresses or networks that may say who asks and how (X-Forwarded-For, -Proto, -Host). */
      readonly proxies: readonly string[]
    }

export const thisComputer: Reach = { kind: 'this-computer', origin: undefined }
