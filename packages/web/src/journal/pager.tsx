import type { Period } from '@sathi/reporting/figures'
import { Link } from '@tanstack/react-router'
import { useSpeech } from '../language/index.ts'
import type { FactsSearch } from './facts-search.ts'

type PagerProps = { readonly period: Period; readonly search: FactsSearch; readonly pages: number }

/** To the page before and after, and which of how many this is. */
export function Pager({ period, search, pages }: PagerProps) {
  const { say, formats } = useSpeech()
  if (pages <= 1) return null
  const { page } = search
  const to = (other: number, words: string) => (
    <Link to="/report/facts" search={{ ...period, ...search, page: other }} className="button">
      {words}
    </Link>
  )
  return (
    <nav className="pager actions screen-only" aria-label={say('facts.pages')}>
      {page > 1 && to(page - 1, say('facts.before'))}
      <span>{say('facts.page', { page: formats.count(page), pages: formats.count(pages) })}</span>
      {page < pages && to(page + 1, say('facts.after'))}
    </nav>
  )
}
