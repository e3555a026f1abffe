import { type Refusal, refuse } from '../refusal/index.ts'
import type { BackupFault } from './read-backup.ts'

const words: Readonly<Record<BackupFault | 'not-empty' | 'newer-version', readonly [string, string]>> = {
  'not-empty': [
    'This data folder holds records already; nothing was changed.',
    'Restore into an empty folder: --data NEW-FOLDER.',
  ],
  'not-a-backup': ['The file is not a backup of Sathi; nothing was changed.', 'Choose another file.'],
  'unknown-format': [
    'The backup is of a format that this version of Sathi does not know; nothing was changed.',
    'Restore it with the version that wrote it.',
  ],
  'newer-version': [
    'The backup was written by a newer version of Sathi; nothing was changed.',
    'Restore it with that version.',
  ],
  'cut-off': [
    'The backup ends in the middle; nothing was changed.',
    'Choose an earlier backup, or copy it again.',
  ],
  'goes-on': [
    'Something was appended to the backup: the file goes on after its end; nothing was changed.',
    'Choose an earlier backup, or copy it again.',
  ],
  damaged: [
    'The backup is damaged: its checksums do not agree; nothing was changed.',
    'Choose an earlier backup, or copy it again.',
  ],
}

/** Why a backup is not restored. */
export function refuseBackup(kind: keyof typeof words): { readonly ok: false; readonly refusal: Refusal } {
  const [message, remedy] = words[kind] ?? []
  return refuse(kind, message, remedy)
}
