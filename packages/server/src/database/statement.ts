/**
 * A hand-written SQL statement; the database parses it once in each connection, under its name. It names its organisation,
 * as `(select app.org_id())` or as a parameter: the policy guards, the predicate plans.
 */
export type Statement = { readonly name: string; readonly text: string }

const taken = new Set<string>()

/** Declares a statement. Throws when the name stands for another one already. */
export function statement(name: string, text: string): Statement {
  if (taken.has(name)) throw new Error('two statements of one name')
  taken.add(name)
  return { name, text }
}
