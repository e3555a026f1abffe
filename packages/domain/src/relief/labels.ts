import { type RoomLabels, recurring } from '../journal/index.ts'
import type { reliefKinds, reliefLists } from './kinds.ts'

export const reliefLabels = {
  room: { en: 'Help in crises', bn: 'সংকটে সাহায্য', hi: 'संकट में मदद' },
  kinds: {
    relief_need: {
      label: { en: 'Need in a crisis', bn: 'সংকটে প্রয়োজন', hi: 'संकट में ज़रूरत' },
      fields: {
        crisis_code: recurring.crisis,
        needs: { en: 'What is needed', bn: 'কী প্রয়োজন', hi: 'क्या चाहिए' },
        note: recurring.note,
      },
    },
    relief_delivered: {
      label: { en: 'Relief delivered', bn: 'ত্রাণ পৌঁছেছে', hi: 'राहत पहुँची' },
      fields: {
        crisis_code: recurring.crisis,
        items: { en: 'What was given', bn: 'কী দেওয়া হয়েছে', hi: 'क्या दिया गया' },
        value: { en: 'Worth', bn: 'মূল্য', hi: 'क़ीमत' },
        currency: recurring.currency,
        note: recurring.note,
      },
    },
    crisis_declared: {
      label: { en: 'Crisis', bn: 'সংকট', hi: 'संकट' },
      fields: {
        name: recurring.name,
        hazard: { en: 'What happened', bn: 'কী ঘটেছে', hi: 'क्या हुआ' },
        starts_on: recurring.startsOn,
        ends_on: recurring.endsOn,
        districts: { en: 'Districts', bn: 'কোন কোন জেলা', hi: 'कौन से ज़िले' },
      },
    },
  },
  lists: {
    needs: {
      groceries: { en: 'Food', bn: 'খাবার ও বাজার', hi: 'राशन' },
      hygiene: { en: 'Soap and hygiene', bn: 'সাবান ও পরিচ্ছন্নতার জিনিস', hi: 'साबुन और सफ़ाई का सामान' },
      repairs: { en: 'House repairs', bn: 'ঘর মেরামত', hi: 'घर की मरम्मत' },
      cash: { en: 'Cash', bn: 'নগদ টাকা', hi: 'नक़द पैसा' },
      medicine: { en: 'Medicine', bn: 'ওষুধ', hi: 'दवा' },
      shelter: { en: 'Shelter', bn: 'আশ্রয়', hi: 'आश्रय' },
      other: recurring.other,
    },
    hazards: {
      pandemic: { en: 'Pandemic', bn: 'মহামারি', hi: 'महामारी' },
      cyclone: { en: 'Cyclone', bn: 'ঘূর্ণিঝড়', hi: 'चक्रवात' },
      flood: { en: 'Flood', bn: 'বন্যা', hi: 'बाढ़' },
      other: recurring.other,
    },
  },
} as const satisfies RoomLabels<typeof reliefKinds, typeof reliefLists>
