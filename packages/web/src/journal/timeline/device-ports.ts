import {
  type AnyKind,
  type EntryId,
  type ReferredThing,
  type SubjectId,
  withLatinDigits,
} from '@sathi/domain/journal'
import type { DraftToSave, OpenDevice, SavingWith, Sheet } from '../../device/index.ts'
import type { Speech } from '../../language/index.ts'
import type { FormDraft } from '../form/draft.ts'
import type { FormPorts, Found } from '../form/form-ports.ts'
import { cannotSaveWords, wordsOf } from './cannot-save.ts'
import { plainPicture } from './plain-picture.ts'
import { compartmentOfFiles, readerNames } from './readers-of.ts'

export type PortsFor = {
  readonly device: OpenDevice
  readonly kind: AnyKind
  readonly subject: SubjectId
  /** By which a half-written form is found again. */
  readonly draftName: string
  /** What stands in the form when nothing half-written does. */
  readonly begin?: FormDraft
  readonly saving?: SavingWith
  /** What of an entry that is written in another's place stays as it was. */
  readonly keeps?: Partial<Pick<DraftToSave, 'amends' | 'retracts' | 'settles'>>
  readonly onSaved?: (id: EntryId) => void
}

/** A form over this device: it seals, signs, stores and keeps drafts; nothing needs a network. */
export function devicePorts(
  speech: Pick<Speech, 'word'>,
  { device, kind, subject, draftName, begin, saving, keeps, onSaved }: PortsFor,
): FormPorts {
  const sheets = device.listSheets()
  sheets.catch(() => undefined)
  const places = new Map<string, readonly Found[]>()
  return {
    async onSave(entry) {
      const answer = await device.save({ ...entry, ...keeps }, saving)
      if (answer.state === 'refused') return { refused: cannotSaveWords(answer.refusal) }
      onSaved?.(answer.id)
      return 'saved'
    },
    readersOf: (compartment) => readerNames(speech, compartment),
    async find(thing, text) {
      const known = places.get(thing) ?? thingsOf(thing, await sheets, subject, device)
      places.set(thing, known)
      return searched(known, text)
    },
    nameOf: (thing, value) => places.get(thing)?.find((one) => one.value === value)?.label,
    propose: (thing) => `${thing.slice(0, 1)}-${randomSigns()}`,
    async attach(file) {
      const compartment = compartmentOfFiles(kind)
      if (compartment === undefined) return { refused: wordsOf('failedWords') }
      const plain = file.type.startsWith('image/') ? await plainPicture(file) : file
      if (plain === undefined) return { refused: wordsOf('cannot.file-unreadable') }
      const content = new Uint8Array(await plain.arrayBuffer())
      const answer = await device.attach(content, plain.type, { subject, compartment })
      if (answer.state === 'kept') return answer.file
      return {
        refused: wordsOf(answer.reason === 'too-large' ? 'cannot.file-too-large' : 'cannot.disk-full'),
      }
    },
    async findDraft() {
      const kept = await device.findDraft(draftName)
      return (kept?.draft as FormDraft | undefined) ?? begin
    },
    keepDraft: (draft) =>
      draft === undefined ? device.dropDraft(draftName) : device.keepDraft(draftName, draft, subject),
  }
}

function thingsOf(
  thing: ReferredThing,
  sheets: readonly Sheet[],
  subject: SubjectId,
  device: OpenDevice,
): readonly Found[] {
  const own = sheets.find((sheet) => sheet.subject.id === subject)?.parts ?? {}
  switch (thing) {
    case 'user':
      return [{ value: device.profile().code, label: device.profile().code }]
    case 'goal':
      return unique(own.aftercare?.goals?.map(({ goal }) => goal))
    case 'risk':
      return unique(own.aftercare?.risks?.map(({ risk }) => risk))
    case 'incident':
      return unique(own.aftercare?.incidents?.map(({ incident }) => incident))
    default:
      return sheets
        .filter((sheet) => sheet.subject.type === thing && sheet.subject.id !== subject)
        .flatMap(({ subject: { id }, subjectCode, parts }) => {
          if (subjectCode === undefined) return []
          const value = thing === 'case' ? id : subjectCode
          const name = parts.agencies?.name
          return [
            name === undefined ? { value, label: subjectCode } : { value, label: name, about: subjectCode },
          ]
        })
  }
}

function unique(codes: readonly string[] = []): readonly Found[] {
  return [...new Set(codes)].map((code) => ({ value: code, label: code }))
}

function searched(things: readonly Found[], text: string): readonly Found[] {
  const wanted = withLatinDigits(text).trim().toLowerCase()
  return things.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(wanted)).slice(0, 50)
}

function randomSigns(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('')
}
