import type { DataQualityCheck } from '../counting/index.ts'

/** Survivors who by the dates recorded came home in the period before they were rescued (IND-REP-3). */
export const negativeRoadHome = {
  code: 'negative_road_home',
  find: ({ unitsOf }) => unitsOf('R2').filter(({ value = 0 }) => value < 0),
} as const satisfies DataQualityCheck
