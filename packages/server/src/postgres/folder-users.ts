import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processExists, processStartMark } from './process-table.ts'

/** One program's note that it is using the database of a data folder. */
export type FolderUser = {
  /** Notes it once more, where the folder has been deleted and made again. */
  renew(): void
  leave(): void
}

let notesOfThisProcess = 0

/**
 * Notes that this process uses the folder. The note counts for as long as this very process lives, so one that
 * a killed process leaves behind does no harm.
 */
export function enterFolder(usersFolder: string): FolderUser {
  notesOfThisProcess += 1
  const note = join(usersFolder, `${process.pid}-${notesOfThisProcess}`)
  const unfinished = join(usersFolder, `.${process.pid}-${notesOfThisProcess}`)
  const enter = (): void => {
    writeFileSync(unfinished, processStartMark(process.pid))
    renameSync(unfinished, note)
  }
  enter()
  return { renew: enter, leave: () => rmSync(note, { force: true }) }
}

/** How many programs use the folder now. Removes the notes of those that are gone. */
export function countFolderUsers(usersFolder: string): number {
  const notes = readdirSync(usersFolder).filter((name) => /^\d+-\d+$/.test(name))
  return notes.filter((name) => {
    if (isOfLivingProcess(usersFolder, name)) return true
    rmSync(join(usersFolder, name), { force: true })
    return false
  }).length
}

function isOfLivingProcess(usersFolder: string, name: string): boolean {
  const pid = Number.parseInt(name, 10)
  if (!processExists(pid)) return false
  try {
    return readFileSync(join(usersFolder, name), 'utf8') === processStartMark(pid)
  } catch {
    return false
  }
}
