/**
 * A closed list of codes. Lists are named because several fields share one (yes/no, districts, services)
 * and its codes are labelled once.
 */
export type CodeList<Code extends string = string> = {
  readonly name: string
  readonly codes: readonly Code[]
}

export function codeList<const Code extends string>(name: string, codes: readonly Code[]): CodeList<Code> {
  return { name, codes }
}

export type CodeOf<List extends CodeList> = List['codes'][number]
