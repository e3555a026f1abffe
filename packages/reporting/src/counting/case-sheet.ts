import type { SheetBodies } from '@sathi/domain'

/** The parts of a case's sheet that indicators read. */
export const casePartNames = [
  'cases',
  'repatriation',
  'aftercare',
  'assessments',
  'livelihoods',
  'mentoring',
  'relief',
  'community',
  'evaluation',
] as const

export type CasePartName = (typeof casePartNames)[number]

/** The sheet of one case, as far as there is anything to tell and the reader may see it. */
export type CaseSheet = { readonly [Name in CasePartName]?: SheetBodies[Name] | undefined }
