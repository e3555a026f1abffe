import type { AnyKind, Day, Language } from '@sathi/domain/journal'
import { useEffect, useRef, useState } from 'react'
import { emptyDraft, type FormDraft, reopenDraft } from './draft.ts'
import type { Purpose } from './entry-draft.ts'
import { dayField } from './field-order.ts'
import type { FormPorts } from './form-ports.ts'
import { beginsThing } from './things-begun.ts'
import { takeOver, undecidedDraft, writeDraft } from './write-draft.ts'

/** A draft that was kept before: taken up by itself, or offered because somebody had begun to type already. */
export type FoundDraft =
  | { readonly state: 'none' }
  | { readonly state: 'taken' }
  | { readonly state: 'offered'; readonly draft: FormDraft }

type DraftOptions = {
  readonly kind: AnyKind
  readonly purpose: Purpose
  readonly today: Day
  readonly language: Language
  readonly ports: FormPorts
}

/** What the form holds, which fields somebody has answered herself, and what was found from an earlier time. */
export function useFormDraft(options: DraftOptions) {
  const { kind, purpose, language, ports } = options
  const [draft, setDraft] = useState(() => beginDraft(options))
  const [decided, setDecided] = useState<readonly string[]>([])
  const [found, setFound] = useState<FoundDraft>({ state: 'none' })
  const isTouched = useRef(false)
  const set = (field: string, change: (before: FormDraft) => FormDraft) => {
    isTouched.current = true
    setDraft(change)
    setDecided((before) => (before.includes(field) ? before : [...before, field]))
  }
  const takeUp = (kept: FormDraft) => {
    isTouched.current = true
    setDraft(kept)
    setDecided([dayField, ...Object.keys(kind.open), ...Object.keys(kind.sealed)])
    setFound({ state: 'taken' })
  }
  const { findDraft } = ports
  // Which of two amendments somebody has decided for is not kept, so the settling of them begins afresh.
  const looks = purpose.type !== 'settle'
  useEffect(() => {
    if (!looks) return
    let isCurrent = true
    const look = async () => {
      const kept = await findDraft().catch(() => undefined)
      const again = kept && reopenDraft(kind, kept)
      if (again === undefined || !isCurrent) return
      if (isTouched.current) return setFound({ state: 'offered', draft: again })
      setDraft(again)
      setFound({ state: 'taken' })
    }
    look()
    return () => {
      isCurrent = false
    }
  }, [findDraft, kind, looks])
  return {
    draft,
    decided,
    /** Whether there is anything here that was not there when the form was opened. */
    isTouched: decided.length > 0,
    found,
    takeUp,
    set,
    take: (field: string, head: number) => {
      const said = purpose.type === 'settle' ? purpose.heads[head] : undefined
      if (said !== undefined) set(field, (before) => takeOver(kind, before, said, field, language))
    },
    beginAnew: () => {
      isTouched.current = false
      setDraft(beginDraft(options))
      setDecided([])
      setFound({ state: 'none' })
    },
  }
}

function beginDraft({ kind, purpose, today, language, ports }: DraftOptions): FormDraft {
  if (purpose.type === 'amend') return writeDraft(kind, purpose.said, language)
  if (purpose.type === 'settle') return undecidedDraft(kind, purpose.heads, language)
  const empty = emptyDraft(kind, today)
  const proposed = Object.entries(kind.open).flatMap(([name, { shape }]) =>
    beginsThing(kind.name, name) && shape.type === 'reference' && ports.propose !== undefined
      ? [[name, ports.propose(shape.to)]]
      : [],
  )
  return { ...empty, open: { ...empty.open, ...Object.fromEntries(proposed) } }
}
