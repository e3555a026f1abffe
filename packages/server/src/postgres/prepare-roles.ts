import { APP_ROLE, DATABASE, OWNER_ROLE } from './cluster-settings.ts'
import { clusterArgument, type DataFolder } from './data-folder.ts'
import { keepSecret } from './secrets.ts'
import { programFile, runServerProgram } from './server-program.ts'

/**
 * Makes the two logins and the database, or puts them right, while no server runs: PostgreSQL's single-user
 * mode reads the statements from its input, so that no superuser can ever sign in and no password shows in the
 * list of processes. Running it again changes nothing but the passwords, which become those that are kept.
 */
export async function prepareRoles(
  folder: DataFolder,
  cluster: string,
  options: { bin: string; ownerRights?: string; signal: AbortSignal },
): Promise<string> {
  const owner = keepSecret(folder, 'owner-password')
  const app = keepSecret(folder, 'app-password')
  const plain = 'login nosuperuser nobypassrls nocreaterole noreplication'
  const statements = [
    createRole(OWNER_ROLE),
    createRole(APP_ROLE),
    `alter role ${OWNER_ROLE} ${plain} ${options.ownerRights ?? 'nocreatedb'} password '${owner}'`,
    `alter role ${APP_ROLE} ${plain} nocreatedb password '${app}'`,
    // Fails where the database exists; the sign-in that follows every start tells whether it does.
    `create database ${DATABASE} owner ${OWNER_ROLE}`,
    `alter database ${DATABASE} owner to ${OWNER_ROLE}`,
    `revoke all on database ${DATABASE}, postgres, template1 from public`,
    `grant connect on database ${DATABASE} to ${APP_ROLE}`,
  ]
  const mode = ['--single', '-j', '-D', clusterArgument(folder, cluster), 'postgres']
  const run = await runServerProgram(programFile(options.bin, 'postgres'), mode, {
    user: folder.serverUser,
    cwd: cluster,
    input: statements.map((statement) => `${statement};\n\n`).join(''),
    signal: options.signal,
  })
  return run.status === 0 ? '' : run.said
}

function createRole(name: string): string {
  return `do $$ begin if to_regrole('${name}') is null then create role ${name}; end if; end $$`
}
