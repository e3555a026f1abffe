import { type RoomLabels, recurring } from '../journal/index.ts'
import type { counsellingKinds, counsellingLists } from './kinds.ts'

export const counsellingLabels = {
  room: { en: 'Counselling', bn: 'কাউন্সেলিং', hi: 'काउंसलिंग' },
  kinds: {
    counselling_session: {
      label: { en: 'Counselling session', bn: 'কাউন্সেলিং সেশন', hi: 'काउंसलिंग सत्र' },
      fields: {
        session_number: { en: 'Session number', bn: 'কত নম্বর সেশন', hi: 'कौन सा सत्र' },
        modality: { en: 'With whom', bn: 'কার সঙ্গে', hi: 'किसके साथ' },
        minutes: { en: 'Minutes', bn: 'কত মিনিট', hi: 'कितने मिनट' },
        notes: recurring.note,
      },
    },
  },
  lists: {
    modalities: {
      individual: { en: 'Alone', bn: 'একা', hi: 'अकेले' },
      family: { en: 'With the family', bn: 'পরিবারের সঙ্গে', hi: 'परिवार के साथ' },
      group: recurring.group,
    },
  },
} as const satisfies RoomLabels<typeof counsellingKinds, typeof counsellingLists>
