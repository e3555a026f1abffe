import type { Deployment } from '../deployment/index.ts'
import { LineListChanged, type LineListFault } from '../line-list/index.ts'
import { importInto } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { openLineList } from '../tables/index.ts'
import type { Output } from './output.ts'

/** Takes a line list in from the command line; every fault is printed, one a line. */
export async function runImport(
  deployment: Deployment,
  { path, dryRun }: { readonly path: string; readonly dryRun: boolean },
  output: Output,
): Promise<Outcome<void>> {
  const opened = await openLineList(path)
  if (opened.kind === 'refused') return refusedList(opened.faults, opened.faults.length, output)
  const source = opened.list
  try {
    const outcome = await importInto(deployment.database, source, {
      dryRun,
      onProgress: (progress) =>
        output.progress(
          progress.phase === 'reading'
            ? `Reading: ${progress.rows} rows, ${percent(progress.bytes, source.totalBytes)}`
            : `Storing: ${progress.rows} rows`,
        ),
    })
    output.endProgress()
    if (outcome.state === 'refused') return refusedList(outcome.faults, outcome.faultCount, output)
    const { rows, stored, alreadyStored, state } = outcome
    const verb = state === 'checked' ? 'would be stored' : 'stored'
    output.line(`${rows} rows read: ${stored} ${verb}, ${alreadyStored} there already.`)
    return done(undefined)
  } catch (error) {
    if (error instanceof LineListChanged) return changedMeanwhile()
    throw error
  } finally {
    output.endProgress()
    await source.close()
  }
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
