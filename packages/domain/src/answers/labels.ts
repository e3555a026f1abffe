import type { ListLabels } from '../journal/index.ts'
import type { yesNo, yesNoUnknown } from './index.ts'

const yes = { en: 'Yes', bn: 'হ্যাঁ', hi: 'हाँ' }
const no = { en: 'No', bn: 'না', hi: 'नहीं' }

export const answerLabels = {
  lists: {
    yesNo: { yes, no },
    yesNoUnknown: { yes, no, unknown: { en: 'Unknown', bn: 'জানা নেই', hi: 'पता नहीं' } },
  },
} as const satisfies {
  lists: ListLabels<{ yesNo: typeof yesNo; yesNoUnknown: typeof yesNoUnknown }>
}
