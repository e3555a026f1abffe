import { aftercareKinds, aftercareLabels, aftercareLists } from '../aftercare/index.ts'
import { agencyKinds, agencyLabels, agencyLists } from '../agencies/index.ts'
import { answerLabels, yesNo, yesNoUnknown } from '../answers/index.ts'
import { assessmentKinds, assessmentLabels, assessmentLists } from '../assessments/index.ts'
import { caseKinds, caseLabels, caseLists } from '../cases/index.ts'
import { changeKinds, changeLabels, changeLists } from '../changes/index.ts'
import { communityKinds, communityLabels, communityLists } from '../community/index.ts'
import { consentKinds, consentLabels, consentLists } from '../consent/index.ts'
import { counsellingKinds, counsellingLabels, counsellingLists } from '../counselling/index.ts'
import { evaluationKinds, evaluationLabels, evaluationLists } from '../evaluation/index.ts'
import { healthKinds, healthLabels, healthLists } from '../health/index.ts'
import { identificationKinds, identificationLabels, identificationLists } from '../identification/index.ts'
import type {
  AnyKind,
  CodeList,
  Compartment,
  ListLabels,
  RoomLabels,
  SubjectType,
  Words,
} from '../journal/index.ts'
import { livelihoodKinds, livelihoodLabels, livelihoodLists } from '../livelihoods/index.ts'
import { mentoringKinds, mentoringLabels, mentoringLists } from '../mentoring/index.ts'
import { districts, divisions, placeLabels } from '../places/index.ts'
import { reliefKinds, reliefLabels, reliefLists } from '../relief/index.ts'
import { repatriationKinds, repatriationLabels, repatriationLists } from '../repatriation/index.ts'
import { trainingKinds, trainingLabels, trainingLists } from '../training/index.ts'
import type { KindName } from './catalogue.ts'
import { columnLabels, compartmentLabels, subjectLabels } from './column-labels.ts'

type Kinds = Readonly<Record<string, AnyKind>>
type Lists = Readonly<Record<string, CodeList>>
type PlainWords = Readonly<Record<string, Words>>

/** A room with the words for everything that it declares. */
function room<const K extends Kinds, const L extends Lists>(kinds: K, lists: L, labels: RoomLabels<K, L>) {
  return { kinds, words: labels.room, kindWords: labels.kinds, listWords: byListName(lists, labels.lists) }
}

function byListName<const L extends Lists>(lists: L, labels: ListLabels<L>): readonly [string, PlainWords][] {
  return Object.entries(lists).map(([key, list]) => [list.name, labels[key as keyof L]])
}

/** Every room that declares kinds, in the order of the road a survivor goes. */
const rooms = {
  cases: room(caseKinds, caseLists, caseLabels),
  consent: room(consentKinds, consentLists, consentLabels),
  repatriation: room(repatriationKinds, repatriationLists, repatriationLabels),
  aftercare: room(aftercareKinds, aftercareLists, aftercareLabels),
  assessments: room(assessmentKinds, assessmentLists, assessmentLabels),
  counselling: room(counsellingKinds, counsellingLists, counsellingLabels),
  health: room(healthKinds, healthLists, healthLabels),
  livelihoods: room(livelihoodKinds, livelihoodLists, livelihoodLabels),
  mentoring: room(mentoringKinds, mentoringLists, mentoringLabels),
  relief: room(reliefKinds, reliefLists, reliefLabels),
  community: room(communityKinds, communityLists, communityLabels),
  evaluation: room(evaluationKinds, evaluationLists, evaluationLabels),
  training: room(trainingKinds, trainingLists, trainingLabels),
  identification: room(identificationKinds, identificationLists, identificationLabels),
  agencies: room(agencyKinds, agencyLists, agencyLabels),
  changes: room(changeKinds, changeLists, changeLabels),
} as const

export type RoomName = keyof typeof rooms

/** The rooms that declare kinds, in the order of the road a survivor goes. */
export const roomNames = Object.keys(rooms) as readonly RoomName[]

type NamesIn<Room> = Room extends { kinds: infer K } ? keyof K : never
type KindsOfRooms = Readonly<Record<NamesIn<(typeof rooms)[RoomName]>, RoomName>>

function roomsByKind(): KindsOfRooms {
  return Object.fromEntries(
    roomNames.flatMap((name) => Object.keys(rooms[name].kinds).map((kind) => [kind, name])),
  ) as KindsOfRooms
}

// A kind of the catalogue whose room is missing above does not compile.
const roomOf: Readonly<Record<KindName, RoomName>> = roomsByKind()

const listWords: ReadonlyMap<string, PlainWords> = new Map([
  ...roomNames.flatMap((name) => rooms[name].listWords),
  ...byListName({ yesNo, yesNoUnknown }, answerLabels.lists),
  ...byListName({ districts, divisions }, placeLabels.lists),
])

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function getLabels(kindName: string): { readonly label: Words; readonly fields: PlainWords } {
  const labels = own<{ label: Words; fields: PlainWords }>(rooms[roomOfKind(kindName)].kindWords, kindName)
  if (labels === undefined) throw new Error('no such kind')
  return labels
}

/** What a room is called. */
export function roomWords(room: RoomName): Words {
  return rooms[room].words
}

/** The room that declares a kind. Throws when no room does. */
export function roomOfKind(kindName: string): RoomName {
  const room = own<RoomName>(roomOf, kindName)
  if (room === undefined) throw new Error('no such kind')
  return room
}

/** What a kind of entry is called. Throws when no room declares it. */
export function kindWords(kindName: string): Words {
  return getLabels(kindName).label
}

/**
 * What a field of a kind is called, open or sealed, or a column that line lists have beside the fields (`row_id`,
 * `occurred_on`, `amends`, `retracts`, `author`, `case_code`, `father_name` …). Throws when there is no such field.
 */
export function fieldWords(kindName: string, fieldName: string): Words {
  const words = own(getLabels(kindName).fields, fieldName) ?? own<Words>(columnLabels, fieldName)
  if (words === undefined) throw new Error('no such field')
  return words
}

/**
 * What a code is called, by the name of its list. Undefined when the list has no such code, and for countries and
 * currencies, which `Intl.DisplayNames` knows in every language.
 */
export function codeWords(listName: string, code: string): Words | undefined {
  return own(listWords.get(listName) ?? {}, code)
}

/** What a journal is about. */
export function subjectWords(subjectType: SubjectType): Words {
  return subjectLabels[subjectType]
}

/** What a compartment of sealed fields is called. */
export function compartmentWords(compartment: Compartment): Words {
  return compartmentLabels[compartment]
}
