import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormDraft } from './draft.ts'
import type { FormPorts } from './form-ports.ts'

/** Whether what is typed would survive a call that comes in, a battery that ends, or a screen that is left. */
export type Keeping = 'nothing' | 'kept' | 'not-kept'

const pauseInTyping = 400

/**
 * Keeps a half-written form while it is written: after each pause, and at once when the screen is left or hidden.
 * @returns how it stands, how to let go of it once it is saved, and how to throw it away
 */
export function useKeptDraft(
  { keepDraft }: Pick<FormPorts, 'keepDraft'>,
  draft: FormDraft,
  isTouched: boolean,
): {
  readonly keeping: Keeping
  readonly letGo: () => Promise<void>
  readonly throwAway: () => Promise<void>
} {
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const waiting = useRef<FormDraft>(undefined)
  const isOver = useRef(false)
  const keep = useCallback(async () => {
    const next = waiting.current
    waiting.current = undefined
    if (next === undefined || isOver.current) return
    try {
      await keepDraft(next)
      setKeeping('kept')
    } catch {
      setKeeping('not-kept')
    }
  }, [keepDraft])
  useEffect(() => {
    if (!isTouched) return
    waiting.current = draft
    const timer = setTimeout(keep, pauseInTyping)
    return () => clearTimeout(timer)
  }, [draft, isTouched, keep])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      keep()
    }
  }, [keep])
  const throwAway = useCallback(async () => {
    waiting.current = undefined
    setKeeping('nothing')
    // A draft that could not be thrown away is offered once more, and does no harm.
    await keepDraft(undefined).catch(() => undefined)
  }, [keepDraft])
  const letGo = useCallback(() => {
    isOver.current = true
    return throwAway()
  }, [throwAway])
  return { keeping, letGo, throwAway }
}
