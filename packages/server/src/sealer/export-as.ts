import type { Compartment, SubjectId } from '@sathi/domain'
import { type AuditAct, appendAudit } from '../audit/index.ts'
import type { Database } from '../database/index.ts'
import { type ExportedList, exportLineList, openExportStore } from '../line-list/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import type { LineListWriter } from '../tables/index.ts'
import { goToWork } from './at-work.ts'
import type { MemberAtHand } from './member-at-hand.ts'
import { notVouched } from './refusals.ts'

type Options = {
  readonly form: 'line_list' | 'workbook'
  readonly onProgress: (rows: number) => void
  /** Makes the writer once it is certain that something will be written. */
  readonly writer: () => LineListWriter
}

/** Undefined where there is nothing that she may read. */
export type ExportedAs = ExportedList | undefined

/**
 * Writes out for a member what she may read, with the sealed columns of the compartments that she may open. The audit journal
 * has it before this answers: a caller who places the file only then leaves none that was not told of.
 */
export async function exportAs(
  database: Database,
  member: MemberAtHand,
  { form, onProgress, writer }: Options,
): Promise<Outcome<ExportedAs>> {
  const cases = new Set<SubjectId>()
  const opened = new Map<string, { readonly subject: SubjectId; readonly compartment: Compartment }>()
  const written = await database.withSnapshot(
    { orgId: member.orgId },
    async (tx): Promise<Outcome<ExportedAs>> => {
      const work = await goToWork(tx, member)
      if (work === undefined) return notVouched
      if (!work.mayDo('export_records')) return notHers
      const store = openExportStore(tx)
      if ((await store.kindsPresent()).length === 0) return done(undefined)
      return done(
        await exportLineList(store, writer(), onProgress, {
          mayRead(kind, subject) {
            const may = work.rights.mayRead(kind.name, subject)
            if (may && subject.type === 'case') cases.add(subject.id)
            return may
          },
          opensSome: work.opensSome,
          async open(entries) {
            const parts = await work.open(entries)
            for (const { id, subject } of entries) {
              for (const [name, part] of Object.entries(parts.get(id) ?? {})) {
                const compartment = name as Compartment
                if (part.state === 'open')
                  opened.set(`${subject.id} ${name}`, { subject: subject.id, compartment })
              }
            }
            return parts
          },
        }),
      )
    },
  )
  if (!written.ok || written.value === undefined) return written
  const sealed = opened.size > 0 ? 'yes' : 'no'
  const by = { by: member.id, device: null }
  const acts: AuditAct[] = [
    { ...by, name: 'exported', fields: { form, cases: cases.size, sealed } },
    ...[...opened.values()].map(
      ({ subject, compartment }): AuditAct => ({
        ...by,
        name: 'sealed_read',
        fields: { case: subject, compartment, offline: 'no' },
      }),
    ),
  ]
  await database.withTransaction({ orgId: member.orgId }, (tx) => appendAudit(tx, ...acts))
  return written
}

const notHers = refuse(
  'not-yours-to-do',
  'The roles of this member do not let her export. Nothing was written.',
  'Ask somebody who may, or whoever gives roles.',
)
