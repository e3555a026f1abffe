/** How something stands. Each state has a colour and a shape, so that the shape alone tells it. */
export type Standing = 'good' | 'notice' | 'stop' | 'quiet'

const shapes: Readonly<Record<Standing, { outline: string; sign: string }>> = {
  good: { outline: 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z', sign: 'M7 12.4l3.4 3.4L17 8.8' },
  notice: { outline: 'M12 2L23.5 22H.5z', sign: 'M12 9v6M12 18.4v.2' },
  stop: { outline: 'M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z', sign: 'M8 8l8 8M16 8l-8 8' },
  quiet: { outline: 'M2 2h20v20H2z', sign: 'M12 11v6.5M12 6.7v.2' },
}

/** Drawn for the eye only: the words beside it say the same. */
export function StateMark({ standing }: { standing: Standing }) {
  const { outline, sign } = shapes[standing]
  return (
    <svg className={`state-mark ${standing}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={outline} />
      <path className="sign" d={sign} />
    </svg>
  )
}
