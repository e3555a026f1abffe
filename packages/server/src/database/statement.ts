/**
 * A hand-written SQL statement; the database parses it once in each connection, under its name. It names its organisation as
 * `(select app.org_id())`, like the policies. Given as a parameter, an organisation that is new since the planner's last
 * count would be taken for empty, and any index for as good as the right one.
 */
export type Statement = { readonly name: string; readonly text: string }

const taken = new Set<string>()

/** Declares a statement. Throws when the name stands for another one already. */
export function statement(name: string, text: string): Statement {
  if (taken.has(name)) throw new Error('two statements of one name')
  taken.add(name)
  return { name, text }
}
