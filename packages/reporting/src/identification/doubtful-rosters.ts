import type { PostSheet, RosterLine } from '@sathi/domain'
import type { DataQualityCheck, Reading } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'

/** Rosters that end before they begin; they add no officer-months. */
export const rostersThatEndTooEarly = {
  code: 'roster_ends_before_it_begins',
  find: (reading) => linesWhere(reading, (_, [, , from, to]) => to !== null && to < from),
} as const satisfies DataQualityCheck

/** Rosters of posts that nobody registered, so that their agency is unknown; they add no officer-months. */
export const rostersOfUnknownPosts = {
  code: 'roster_of_unknown_post',
  find: (reading) => linesWhere(reading, ({ agency }) => agency === undefined),
} as const satisfies DataQualityCheck

function linesWhere(
  { book, period }: Reading,
  test: (post: PostSheet, line: RosterLine) => boolean,
): Counted[] {
  const found: Counted[] = []
  for (const [subject, post] of book.posts) {
    for (const line of post.rosters ?? []) {
      const [id, , from] = line
      if (from <= period.to && test(post, line)) found.push({ subject, entries: [id] })
    }
  }
  return found
}
