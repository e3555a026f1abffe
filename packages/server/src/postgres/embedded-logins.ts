import { APP_ROLE, DATABASE, OWNER_ROLE } from './cluster-settings.ts'
import type { DataFolder } from './data-folder.ts'
import { keepSecret } from './secrets.ts'
import type { Login } from './sign-in.ts'

export type EmbeddedLogins = { owner: Login; app: Login }

/** The two logins of the embedded server, with the passwords kept in the data folder. */
export function embeddedLogins(folder: DataFolder, host: string, port: number): EmbeddedLogins {
  const place = { host, port, database: DATABASE }
  return {
    owner: { ...place, user: OWNER_ROLE, password: keepSecret(folder, 'owner-password') },
    app: { ...place, user: APP_ROLE, password: keepSecret(folder, 'app-password') },
  }
}
