import type { Compartment } from '@sathi/domain/journal'
import type { ReactNode } from 'react'
import { DayOfEntry } from './day-of-entry.tsx'
import { dayField } from './field-order.ts'
import { useEntryForm } from './form-context.ts'
import { OpenField } from './open-field.tsx'
import { SealedField } from './sealed-field.tsx'
import { SealedRun } from './sealed-run.tsx'

/** Questions one below the other. Sealed ones that stand together say only once who can read them. */
export function FormFields({ fields }: { fields: readonly string[] }) {
  const { kind } = useEntryForm()
  const rows: { readonly compartment: Compartment | undefined; readonly fields: string[] }[] = []
  for (const field of fields) {
    const compartment = kind.sealed[field]?.compartment
    const last = rows.at(-1)
    if (compartment !== undefined && last?.compartment === compartment) last.fields.push(field)
    else rows.push({ compartment, fields: [field] })
  }
  return rows.map(({ compartment, fields: together }) =>
    compartment === undefined ? (
      <Field key={together[0]} field={together[0] ?? ''} />
    ) : (
      <SealedRun key={together[0]} compartment={compartment}>
        {together.map((field) => (
          <Field key={field} field={field} />
        ))}
      </SealedRun>
    ),
  )
}

function Field({ field }: { field: string }): ReactNode {
  const { kind } = useEntryForm()
  if (field === dayField) return <DayOfEntry />
  const open = kind.open[field]
  if (open !== undefined) return <OpenField field={field} declared={open} />
  const sealed = kind.sealed[field]
  return sealed === undefined ? null : <SealedField field={field} declared={sealed} />
}
