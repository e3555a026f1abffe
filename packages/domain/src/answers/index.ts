import { codeList } from '../journal/index.ts'

export * from './labels.ts'

/** Answers to plain questions; an empty answer is one that was not given, never a no. */
export const yesNo = codeList('yes_no', ['yes', 'no'])

/** Answers where not knowing is an answer of its own. */
export const yesNoUnknown = codeList('yes_no_unknown', ['yes', 'no', 'unknown'])
