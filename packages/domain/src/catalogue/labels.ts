import { aftercareKinds, aftercareLabels, aftercareLists } from '../aftercare/index.ts'
import { answerLabels, yesNo, yesNoUnknown } from '../answers/index.ts'
import { caseKinds, caseLabels, caseLists } from '../cases/index.ts'
import { identificationKinds, identificationLabels, identificationLists } from '../identification/index.ts'
import type { AnyKind, CodeList, Compartment, RoomLabels, SubjectType, Words } from '../journal/index.ts'
import { livelihoodKinds, livelihoodLabels, livelihoodLists } from '../livelihoods/index.ts'
import { trainingKinds, trainingLabels, trainingLists } from '../training/index.ts'
import { columnLabels, compartmentLabels, subjectLabels } from './column-labels.ts'

type Kinds = Readonly<Record<string, AnyKind>>
type Lists = Readonly<Record<string, CodeList>>

function room<const K extends Kinds, const L extends Lists>(kinds: K, lists: L, labels: RoomLabels<K, L>) {
  return { kinds, lists, labels }
}

/** Every room that declares kinds, in the order of the road a survivor goes. */
const rooms = {
  cases: room(caseKinds, caseLists, caseLabels),
  aftercare: room(aftercareKinds, aftercareLists, aftercareLabels),
  livelihoods: room(livelihoodKinds, livelihoodLists, livelihoodLabels),
  training: room(trainingKinds, trainingLists, trainingLabels),
  identification: room(identificationKinds, identificationLists, identificationLabels),
} as const

export type RoomName = keyof typeof rooms

export const roomNames = Object.keys(rooms) as readonly RoomName[]

type PlainLabels = Readonly<Record<string, Words>>

type LabelledKind = {
  readonly room: RoomName
  readonly label: Words
  readonly fields: PlainLabels
}

const kindLabels = new Map<string, LabelledKind>()
const listLabels = new Map<string, PlainLabels>()

function keepLists(lists: Lists, labels: Readonly<Record<string, PlainLabels>>): void {
  for (const [name, list] of Object.entries(lists)) listLabels.set(list.name, labels[name] ?? {})
}

for (const name of roomNames) {
  const { lists, labels } = rooms[name]
  keepLists(lists, labels.lists)
  for (const [kind, { label, fields }] of Object.entries(labels.kinds)) {
    kindLabels.set(kind, { room: name, label, fields })
  }
}
keepLists({ yesNo, yesNoUnknown }, answerLabels.lists)

function spelled(name: string): Words {
  const text = name.replaceAll('_', ' ')
  return { en: text, bn: text, hi: text }
}

/** The name of a room. */
export function roomWords(room: RoomName): Words {
  return rooms[room].labels.room
}

/** The room that declares a kind. */
export function roomOfKind(kindName: string): RoomName {
  return kindLabels.get(kindName)?.room ?? 'cases'
}

/** What a kind of entry is called. */
export function kindWords(kindName: string): Words {
  return kindLabels.get(kindName)?.label ?? spelled(kindName)
}

/** What a field of a kind is called, or a column that line lists have beside the fields (`row_id`, `case_code`, `father_name`). */
export function fieldWords(kindName: string, fieldName: string): Words {
  const columns: PlainLabels = columnLabels
  return kindLabels.get(kindName)?.fields[fieldName] ?? columns[fieldName] ?? spelled(fieldName)
}

/**
 * What a code of a list is called, by the list's name. Undefined for countries, currencies and codes that are not in the
 * list: `Intl.DisplayNames` knows the former in every language.
 */
export function codeWords(listName: string, code: string): Words | undefined {
  const labels = listLabels.get(listName)
  return labels !== undefined && Object.hasOwn(labels, code) ? labels[code] : undefined
}

/** What a journal is about. */
export function subjectWords(subjectType: SubjectType): Words {
  return subjectLabels[subjectType]
}

/** What a compartment of sealed fields is called. */
export function compartmentWords(compartment: Compartment): Words {
  return compartmentLabels[compartment]
}
