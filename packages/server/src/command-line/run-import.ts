import type { Deployment } from '../deployment/index.ts'
import { type ImportProgress, LineListChanged, type LineListFault } from '../line-list/index.ts'
import { findActor, importInto } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { importAs, type NamedPair } from '../sealer/index.ts'
import { openLineList } from '../tables/index.ts'
import { findWhom } from './find-whom.ts'
import type { Output } from './output.ts'
import type { Whom } from './whom.ts'

/** Takes a line list in from the command line; every fault is printed, one a line. */
export async function runImport(
  deployment: Deployment,
  { path, dryRun, as }: { readonly path: string; readonly dryRun: boolean; readonly as: Whom },
  output: Output,
): Promise<Outcome<void>> {
  const { database } = deployment
  const whom = await findWhom(database, await findActor(database), as)
  if (!whom.ok) return whom
  const opened = await openLineList(path)
  if (opened.kind === 'refused') return refusedList(opened.faults, opened.faults.length, output)
  const source = opened.list
  try {
    const options = {
      dryRun,
      onProgress: (progress: ImportProgress) =>
        output.progress(
          progress.phase === 'reading'
            ? `Reading: ${progress.rows} rows, ${percent(progress.bytes, source.totalBytes)}`
            : `Storing: ${progress.rows} rows`,
        ),
    }
    const imported =
      whom.value === undefined
        ? done({ ...(await importInto(database, source, options)), pairs: [] })
        : await importAs(database, whom.value, source, options)
    output.endProgress()
    if (!imported.ok) return imported
    const outcome = imported.value
    if (outcome.state === 'refused') return refusedList(outcome.faults, outcome.faultCount, output)
    const { rows, stored, alreadyStored, state } = outcome
    const verb = state === 'checked' ? 'would be stored' : 'stored'
    output.line(`${rows} rows read: ${stored} ${verb}, ${alreadyStored} there already.`)
    tellPairs(outcome.pairs, output)
    return done(undefined)
  } catch (error) {
    if (error instanceof LineListChanged) return changedMeanwhile()
    throw error
  } finally {
    output.endProgress()
    await source.close()
  }
}

/** Never merged: a person looks at both files and decides. */
function tellPairs(pairs: readonly NamedPair[], output: Output): void {
  if (pairs.length === 0) return
  output.line(`${pairs.length === 1 ? '1 pair' : `${pairs.length} pairs`} of cases may be one person each:`)
  for (const { code, other, strength, because } of pairs.slice(0, mostPairsTold)) {
    const second = other ?? 'a case that is not yours (ask who assigns cases)'
    output.line(
      `  ${strength}: ${code} and ${second}, by ${because.map((reason) => reasons[reason]).join(', ')}`,
    )
  }
  if (pairs.length > mostPairsTold) output.line(`  … and ${pairs.length - mostPairsTold} more`)
}

const mostPairsTold = 200

const reasons: Readonly<Record<string, string>> = {
  same: 'the same name',
  contained: 'a name within the other',
  given: 'a given name',
  apart: 'the given name alone',
  name: 'a name',
  phone: 'a telephone',
  parent: 'a parent',
  born: 'the year of birth',
  district: 'the home district',
}

function refusedList(faults: readonly LineListFault[], count: number, output: Output): Outcome<void> {
  output.endProgress()
  for (const { file, line, column, found, accepted } of faults) {
    const place = [
      file,
      line === null ? undefined : `line ${line}`,
      column === null ? undefined : `column ${column}`,
    ]
    const text = `${place.filter(Boolean).join(', ')}: found ${found}; accepted: ${accepted}`
    // Names of files may hold what a terminal takes for a command.
    output.line(text.replaceAll(/\p{Cc}/gu, '\ufffd'))
  }
  if (count > faults.length) output.line(`… and ${count - faults.length} more`)
  const many = count === 1 ? '1 fault' : `${count} faults`
  return refuse(
    'faulty-list',
    `The line list has ${many}; nothing was stored.`,
    'Mend what is listed and import again.',
  )
}

function changedMeanwhile(): Outcome<void> {
  return refuse(
    'changed-meanwhile',
    'The line list or the store was changed while it was read; nothing was stored.',
    'Import again.',
  )
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${Math.min(100, Math.floor((100 * part) / whole))} %`
}
