import { deleteDatabase } from './records/delete-database.ts'
import { askVault } from './vault/ask-vault.ts'
import { clearFolder } from './vault/device-files.ts'
import { findOpenNote, keepOpenNote, openNoteName } from './vault/open-notes.ts'

/**
 * Erases everything. First the slots, overwritten where they lie: without them nothing else on the disk can be opened by
 * anybody, however far the rest comes. `wiped`: the office asked for it and will be told.
 */
export async function eraseDevice(why: 'erased' | 'wiped'): Promise<void> {
  const note = await findOpenNote()
  if (why === 'wiped' && note !== undefined) await keepOpenNote({ ...note, state: 'wiped' })
  await askVault('erase')
  await deleteDatabase()
  await clearFolder(...(why === 'wiped' ? [openNoteName] : []))
}
