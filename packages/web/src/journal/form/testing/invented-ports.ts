import type { FormDraft } from '../draft.ts'
import type { EntryDraft } from '../entry-draft.ts'
import type { FormPorts, Found } from '../form-ports.ts'

/** What becomes of an entry: it is saved, saved after a while, refused in words, or the device fails. */
export type SaveBehaviour = 'saved' | 'slow' | 'refused' | 'broken'

const caseId = '00000000-0000-7000-9000-000000000042'

const things: Readonly<Record<string, readonly Found[]>> = {
  case: [{ value: caseId, label: 'S-0042' }],
  agency: [
    { value: 'dss', label: 'Department of Social Services', about: 'dss' },
    { value: 'new-dawn', label: 'নতুন ভোর', about: 'new-dawn' },
  ],
  user: [{ value: 'cw-02', label: 'Nila', about: 'cw-02' }],
}

/** A device that is not there: it keeps one draft in memory and hands over what would be saved. */
export function inventedPorts(behaviour: SaveBehaviour, onSaved: (entry: EntryDraft) => void): FormPorts {
  let kept: string | undefined
  let proposed = 0
  return {
    onSave: async (entry) => {
      if (behaviour === 'broken') throw new Error('the disk is full')
      if (behaviour === 'refused')
        return {
          refused: {
            en: 'This case is not yours any more.',
            bn: 'এই কেসটি আর আপনার নয়।',
            hi: 'यह केस अब आपका नहीं है।',
          },
        }
      if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 600))
      onSaved(entry)
      return 'saved'
    },
    readersOf: (compartment) =>
      compartment === 'counselling' ? ['Sumi', 'Rekha'] : ['Nila', 'Sumi', 'Rekha'],
    find: async (thing, text) => {
      const known = things[thing] ?? [
        { value: `${thing.slice(0, 1)}-001`, label: `${thing.slice(0, 1)}-001` },
      ]
      return known.filter(({ label, value }) =>
        `${label} ${value}`.toLowerCase().includes(text.toLowerCase()),
      )
    },
    nameOf: (thing, value) => things[thing]?.find((one) => one.value === value)?.label,
    propose: (thing) => {
      proposed += 1
      return `${thing.slice(0, 1)}-${100 + proposed}`
    },
    wordsUsed: (_, field) => (field === 'topic' ? ['survivor_services', 'referral_pathway'] : []),
    attach: async (file) => ({
      blob: '00000000-0000-7000-8000-00000000b10b',
      mediaType: file.type,
      bytes: file.size,
    }),
    findDraft: async () => (kept === undefined ? undefined : (JSON.parse(kept) as FormDraft)),
    keepDraft: async (draft) => {
      kept = draft === undefined ? undefined : JSON.stringify(draft)
    },
  }
}
