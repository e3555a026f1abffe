import { aftercarePart } from '../aftercare/index.ts'
import { agenciesPart } from '../agencies/index.ts'
import { assessmentsPart } from '../assessments/index.ts'
import { casesPart } from '../cases/index.ts'
import { changesPart } from '../changes/index.ts'
import { communityPart } from '../community/index.ts'
import { consentPart } from '../consent/index.ts'
import { counsellingPart } from '../counselling/index.ts'
import { evaluationPart, studiesPart } from '../evaluation/index.ts'
import { healthPart } from '../health/index.ts'
import { postsPart, screeningsPart } from '../identification/index.ts'
import {
  type BodyOf,
  type SheetPart,
  type SubjectId,
  type SubjectType,
  subjectTypes,
} from '../journal/index.ts'
import { livelihoodsPart } from '../livelihoods/index.ts'
import { mentoringPart } from '../mentoring/index.ts'
import { crisesPart, reliefPart } from '../relief/index.ts'
import { repatriationPart } from '../repatriation/index.ts'
import { trainingPart } from '../training/index.ts'

/** Every part of every sheet, by name. */
export const sheetParts = {
  cases: casesPart,
  consent: consentPart,
  repatriation: repatriationPart,
  aftercare: aftercarePart,
  assessments: assessmentsPart,
  counselling: counsellingPart,
  health: healthPart,
  livelihoods: livelihoodsPart,
  mentoring: mentoringPart,
  relief: reliefPart,
  community: communityPart,
  evaluation: evaluationPart,
  training: trainingPart,
  posts: postsPart,
  screenings: screeningsPart,
  agencies: agenciesPart,
  changes: changesPart,
  crises: crisesPart,
  studies: studiesPart,
} as const satisfies Readonly<Record<string, SheetPart>>

export type PartName = keyof typeof sheetParts

/** The body of each part. */
export type SheetBodies = { readonly [Name in PartName]: BodyOf<(typeof sheetParts)[Name]> }

/**
 * Every sheet of an organisation: for each part, the body of every subject that has one. Maps and bodies are never
 * changed: after a new entry there is another book that shares all bodies which say what they said before.
 */
export type SheetBook = { readonly [Name in PartName]: ReadonlyMap<SubjectId, SheetBodies[Name]> }

const allParts: readonly SheetPart[] = Object.values(sheetParts)

/** The parts that change when an entry of this kind is appended; none for a kind that no room declares. */
export function findPartsOf(kindName: string): readonly SheetPart[] {
  return partsByKind.get(kindName) ?? []
}

const partsByKind = new Map<string, readonly SheetPart[]>()
for (const part of allParts) {
  for (const kind of part.kinds) partsByKind.set(kind, [...(partsByKind.get(kind) ?? []), part])
}

/** The parts that make up the sheet of a subject of each type. */
export const partsBySubject = Object.fromEntries(
  subjectTypes.map((type) => [type, allParts.filter((part) => part.subject === type)]),
) as unknown as Readonly<Record<SubjectType, readonly SheetPart[]>>
