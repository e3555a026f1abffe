type AbsentNames<Members> = {
  [Name in keyof Members]: undefined extends Members[Name] ? Name : never
}[keyof Members]

/** The members that may be undefined become members that may be absent. */
export type Recorded<Members> = Omit<Members, AbsentNames<Members>> & {
  [Name in AbsentNames<Members>]?: Exclude<Members[Name], undefined>
}

/** The same members without those that are undefined: what is not recorded leaves no trace in a sheet. */
export function recorded<Members extends object>(members: Members): Recorded<Members> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Recorded<Members>
}

/** A list that is left out of a sheet when there is nothing in it. */
export function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}
