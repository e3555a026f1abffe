import type { FieldShape } from '@sathi/domain/journal'
import type { FormFault } from './form-fault.ts'
import type { FormMessageId, FormSpeech } from './form-speech.ts'

/** What is wrong with a field and how to mend it, without what was typed. */
export function faultWords(speech: FormSpeech, fault: FormFault): string {
  const { tell, formats } = speech
  const { row } = fault
  const words = problemWords(speech, fault)
  if (row === undefined) return words
  const number = formats.count(row + 1)
  const which =
    fault.field === 'phones' ? tell('phones.numberOf', { number }) : tell('names.nameNumber', { number })
  return `${which}: ${words}`
}

function problemWords({ tell, formats }: FormSpeech, { problem }: FormFault): string {
  switch (problem.type) {
    case 'missing':
      return tell('fault.missing')
    case 'range':
      return problem.max > 1e6
        ? tell('fault.amount')
        : tell('fault.range', { min: formats.decimal(problem.min), max: formats.decimal(problem.max) })
    case 'too-long':
      return tell('fault.tooLong', { longest: formats.count(problem.longest) })
    case 'rule':
      return tell('fault.rule')
    case 'undecided':
      return tell('fault.undecided')
    case 'phone-number':
      return tell('fault.phoneNumber')
    case 'phone-owner':
      return tell('fault.phoneOwner')
    case 'shape':
      if (problem.shape.type === 'reference' && problem.shape.to === 'case') return tell('fault.code')
      return tell(byShape[problem.shape.type], {
        longest: problem.shape.type === 'text' ? formats.count(problem.shape.longest) : '',
      })
  }
}

const byShape: Readonly<Record<FieldShape['type'], FormMessageId>> = {
  code: 'fault.code',
  word: 'fault.word',
  reference: 'fault.reference',
  date: 'fault.date',
  month: 'fault.month',
  number: 'fault.amount',
  language: 'fault.code',
  pseudonym: 'fault.pseudonym',
  text: 'fault.text',
}
