import type { BookIndicator } from '../counting/index.ts'
import { identificationFigure, identificationParts, identifiedUnits } from './identified-and-referred.ts'
import { officerDayUnits } from './officer-days.ts'

/**
 * V1 Identified and referred by trained officers: how many screenings by border guards in the period found a presumed
 * victim who was referred by the end of the period, done by officers who had completed a course (at least 80 % attended)
 * that ended before that day; and the rate per month that trained officers spent at posts.
 */
export const identifiedByTrainedOfficers: BookIndicator = {
  id: 'V1',
  parts: identificationParts,
  units: (reading) => [...identifiedUnits(reading, 'trained'), ...officerDayUnits(reading, 'trained')],
  figure: identificationFigure,
}
