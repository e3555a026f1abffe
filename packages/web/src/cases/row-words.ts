import { codeWords } from '@sathi/domain/catalogue'
import { type DayNumber, dayOfNumber } from '@sathi/domain/journal'
import { localeOf } from '../language/index.ts'
import type { Standing } from '../ui/index.ts'
import type { CaseRow, Phase } from './caseload.ts'
import { howPressing, type Pressing } from './caseload.ts'
import type { CasesSpeech } from './cases-speech.ts'

export function phaseWords({ tell, word }: CasesSpeech, phase: Phase): string {
  switch (phase.type) {
    case 'road': {
      const stage = codeWords('repatriation_stages', phase.stage)
      return tell('phase.road', { stage: stage === undefined ? phase.stage : word(stage) })
    }
    case 'aftercare':
      return tell(`phase.${phase.intensity}`)
    default:
      return tell(`phase.${phase.type}`)
  }
}

export function dueWords(speech: CasesSpeech, row: CaseRow, today: DayNumber): string {
  const { tell, formats } = speech
  const pressing = howPressing(row, today)
  if (row.due === undefined || pressing === 'none' || pressing === 'closed') return tell('due.none')
  const what = tell(`what.${row.due.what}`)
  const count = Math.abs(row.due.day - today)
  return tell(`due.${pressing}`, { what, count, day: formats.day(dayOfNumber(row.due.day)) })
}

/** Each has a colour and a shape of its own. */
export const markOf: Readonly<Record<Pressing, Standing | undefined>> = {
  overdue: 'stop',
  today: 'notice',
  soon: 'notice',
  later: 'good',
  none: 'quiet',
  closed: 'quiet',
}

/** A day as people say it: how long ago, and from a month on its date. */
export function agoWords({ tell, formats, language }: CasesSpeech, day: DayNumber, today: DayNumber): string {
  if (day === today) return tell('when.today')
  if (Math.abs(today - day) > 31) return formats.day(dayOfNumber(day))
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(day - today, 'day')
}
