import { posix } from 'node:path'
import type { Problem } from '../table-fault.ts'
import { readPart } from './read-part.ts'
import type { ZipPackage } from './zip-package.ts'

/** How a part refers to another: `kind` is the last word of the type ("worksheet"), the same in both editions of the format. */
export type Relationship = { kind: string; part: string; outside: boolean }

/** What a part refers to, by relationship id. The package itself is ''. A part that refers to nothing has no list. */
export async function readRelationships(
  zip: ZipPackage,
  part: string,
): Promise<{ problem: Problem } | { problem?: undefined; byId: ReadonlyMap<string, Relationship> }> {
  const folder = posix.dirname(part)
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const byId = new Map<string, Relationship>()
  if (!zip.has(list)) return { byId }
  const problem = await readPart(zip, list, {
    open(name, attributes) {
      const id = attributes.get('Id')
      if (name !== 'Relationship' || id === undefined) return
      const target = attributes.get('Target') ?? ''
      byId.set(id, {
        kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
        outside: attributes.get('TargetMode') === 'External',
      })
    },
    close() {},
    text() {},
  })
  return problem ? { problem } : { byId }
}
