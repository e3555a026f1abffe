/** Static, neutral, of this address: it opens without a network that others could watch, and asks nobody for anything. */
export const neutralPage = '/notes.html'

const times = 3
const withinMilliseconds = 5_000

/**
 * Hears Shift pressed by itself three times within five seconds. Shift held for a capital letter is not that: another key comes
 * before it is let go. Answers how to stop hearing.
 */
export function watchQuickExit(target: EventTarget, onExit: () => void, now = () => Date.now()): () => void {
  let pressed: number[] = []
  let isAlone = false
  const down = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent
    if (repeat) return
    if (key !== 'Shift') pressed = []
    isAlone = key === 'Shift'
  }
  const up = (event: Event) => {
    if ((event as KeyboardEvent).key !== 'Shift' || !isAlone) return
    isAlone = false
    pressed = [...pressed.filter((at) => now() - at < withinMilliseconds), now()]
    if (pressed.length >= times) onExit()
  }
  target.addEventListener('keydown', down, { capture: true })
  target.addEventListener('keyup', up, { capture: true })
  return () => {
    target.removeEventListener('keydown', down, { capture: true })
    target.removeEventListener('keyup', up, { capture: true })
  }
}
