import type { BookIndicator } from '../counting/index.ts'
import { identificationFigure, identificationParts, identifiedUnits } from './identified-and-referred.ts'
import { officerDayUnits } from './officer-days.ts'

/** V0 Identified and referred by untrained officers: as V1, by officers who had not completed a course before that day. */
export const identifiedByUntrainedOfficers: BookIndicator = {
  id: 'V0',
  parts: identificationParts,
  units: (reading) => [...identifiedUnits(reading, 'untrained'), ...officerDayUnits(reading, 'untrained')],
  figure: identificationFigure,
}
