/** Files that somebody chose, parted into what a line list is made of and what is left out. */
export type Chosen<F extends { readonly name: string; readonly size: number } = File> = {
  readonly taken: readonly F[]
  readonly leftOut: readonly F[]
  readonly bytes: number
}

const hidden = /^(\.|~\$)/
const lineList = /\.(csv|xlsx)$/i

/** Keeps CSV files and workbooks. Files that computers put into folders by themselves are not even mentioned. */
export function sortChosen<F extends { readonly name: string; readonly size: number }>(
  files: readonly F[],
): Chosen<F> {
  const visible = files.filter(({ name }) => !hidden.test(name))
  const taken = visible.filter(({ name }) => lineList.test(name))
  return {
    taken: taken.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    leftOut: visible.filter(({ name }) => !lineList.test(name)),
    bytes: taken.reduce((sum, { size }) => sum + size, 0),
  }
}
