import { indicatorWords, type Period } from '@sathi/reporting/figures'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Answered, type FactsPage } from '../api/index.ts'
import { type Speech, useSpeech } from '../language/index.ts'
import { groupWords, ownGroupWords, wordsOfPart } from '../programme/index.ts'
import { Page } from '../ui/index.ts'
import { EntryCard } from './entry-card.tsx'
import { type FactsSearch, factsPerPage } from './facts-search.ts'
import { Pager } from './pager.tsx'
import { SubjectLink } from './subject-link.tsx'
import './journal.css'

const route = getRouteApi('/report/facts')

/** The coded facts that one number counts, subject by subject. */
export function FactsScreen() {
  const speech = useSpeech()
  const { say, word, formats } = speech
  const { from, to, ...search } = route.useSearch()
  const answer = route.useLoaderData()
  if (answer === undefined || from === undefined || to === undefined) return null
  const period: Period = { from, to }
  return (
    <Page
      title={word(indicatorWords[search.indicator].name)}
      back={
        <Link
          to="/report/indicators/$indicatorId"
          params={{ indicatorId: search.indicator }}
          search={search.dimension === undefined ? period : { ...period, by: search.dimension }}
          className="big-link"
        >
          {say('facts.back')}
        </Link>
      }
      lead={
        <>
          <p className="sentence">{placeWords(speech, search)}</p>
          <p>{say('period.words', { from: formats.day(from), to: formats.day(to) })}</p>
        </>
      }
    >
      <Answered answer={answer}>{(value) => <FactsList {...{ value, period, search }} />}</Answered>
    </Page>
  )
}

type FactsListProps = {
  readonly value: FactsPage
  readonly period: Period
  readonly search: FactsSearch
}

function FactsList({ value: { total, items }, period, search }: FactsListProps) {
  const { say } = useSpeech()
  if (total === 0) return <p>{say('facts.none')}</p>
  const pages = Math.ceil(total / factsPerPage)
  return (
    <>
      <p role="status">{say('facts.total', { count: total })}</p>
      <ol className="plain-list facts" start={(search.page - 1) * factsPerPage + 1}>
        {items.map(({ subject, entries }, index) => (
          <li key={`${subject.id} ${entries[0]?.id ?? index}`} className="sheet stack">
            <h2>
              <SubjectLink subject={subject} />
            </h2>
            {entries.map((entry) => (
              <EntryCard key={entry.id} entry={entry} />
            ))}
          </li>
        ))}
      </ol>
      <Pager {...{ period, search, pages }} />
    </>
  )
}

/** What the number counts, with the group and the quarter it is narrowed to. */
function placeWords(
  speech: Speech,
  { indicator, part, group, dimension, value, quarter }: FactsSearch,
): string {
  const { formats } = speech
  const own =
    group === undefined ? undefined : ownGroupWords(speech, ownGroups[indicator] ?? 'audience', group)
  const among =
    dimension === undefined || value === undefined ? undefined : groupWords(speech, dimension, value)
  const when = quarter === undefined ? undefined : formats.quarter(quarter)
  return [wordsOfPart(speech, indicator, part), own, among, when]
    .filter((words) => words !== undefined)
    .join(' · ')
}

/** By what an indicator's own groups are parted. */
const ownGroups: Partial<Record<FactsSearch['indicator'], 'audience' | 'rater' | 'interviewee'>> = {
  F1: 'rater',
  N1: 'interviewee',
}
