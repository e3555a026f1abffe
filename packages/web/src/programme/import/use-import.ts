import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Answer, askForImport, type ImportStatus } from '../../api/index.ts'

const every = 500

/** An import as it goes on. At its end every screen asks anew first, so that nobody reads figures of before. */
export function useImport(id: string, first: Answer<ImportStatus>): Answer<ImportStatus> {
  const router = useRouter()
  const [answer, setAnswer] = useState(first)
  useEffect(() => setAnswer(first), [first])
  const running = isRunning(answer)
  useEffect(() => {
    if (!running) return
    const controller = new AbortController()
    watch(id, controller.signal, setAnswer).then((ended) => (ended ? router.invalidate() : undefined))
    return () => controller.abort()
  }, [id, running, router])
  return answer
}

/** Asks until the import has ended or nobody wants to know any more; true when it has ended. */
async function watch(
  id: string,
  signal: AbortSignal,
  tell: (answer: Answer<ImportStatus>) => void,
): Promise<boolean> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, every))
    if (signal.aborted) return false
    const answer = await askForImport(id)
    if (signal.aborted) return false
    if (answer.state === 'answered' && !isRunning(answer)) return true
    tell(answer)
    if (!isRunning(answer)) return false
  }
}

function isRunning(answer: Answer<ImportStatus>): boolean {
  return answer.state === 'answered' && (answer.value.state === 'reading' || answer.value.state === 'storing')
}
