import type { Period } from '@sathi/reporting/figures'
import { Link } from '@tanstack/react-router'
import type { FigurePlace } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'

type CountedLinkProps = {
  readonly period: Period
  readonly place: FigurePlace
  readonly count: number
  /** What is counted, for those who hear the link alone. */
  readonly of: string
}

/** A number that opens the coded facts it counts. Nothing stands behind a zero, so a zero is plain text. */
export function CountedLink({ period, place, count, of }: CountedLinkProps) {
  const { say, formats } = useSpeech()
  const number = formats.count(count)
  if (count === 0) return <span className="number">{number}</span>
  return (
    <Link
      to="/report/facts"
      search={{ ...period, ...place, page: 1 }}
      className="number counted-link"
      aria-label={say('figure.open', { number, of })}
    >
      {number}
    </Link>
  )
}
