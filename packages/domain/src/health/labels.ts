import { type RoomLabels, recurring } from '../journal/index.ts'
import type { healthKinds, healthLists } from './kinds.ts'

export const healthLabels = {
  room: { en: 'Health', bn: 'স্বাস্থ্য', hi: 'सेहत' },
  kinds: {
    health_visit: {
      label: { en: 'Visit to a doctor or clinic', bn: 'ডাক্তার বা ক্লিনিকে যাওয়া', hi: 'डॉक्टर या क्लिनिक जाना' },
      fields: {
        reason: recurring.reason,
        facility: { en: 'Clinic or hospital', bn: 'ক্লিনিক বা হাসপাতাল', hi: 'क्लिनिक या अस्पताल' },
        outcome: recurring.outcome,
        notes: recurring.note,
      },
    },
  },
  lists: {
    visitReasons: {
      check_up: { en: 'Check-up', bn: 'সাধারণ পরীক্ষা', hi: 'सामान्य जाँच' },
      illness: { en: 'Illness', bn: 'অসুস্থতা', hi: 'बीमारी' },
      reproductive: { en: 'Reproductive health', bn: 'প্রজনন স্বাস্থ্য', hi: 'प्रजनन स्वास्थ्य' },
      mental_health: { en: 'Mental health', bn: 'মানসিক স্বাস্থ্য', hi: 'मानसिक स्वास्थ्य' },
      injury: { en: 'Injury', bn: 'আঘাত', hi: 'चोट' },
      other: recurring.other,
    },
    visitOutcomes: {
      treated: { en: 'Treated', bn: 'চিকিৎসা হয়েছে', hi: 'इलाज हुआ' },
      referred: recurring.referred,
      admitted: { en: 'Stayed in hospital', bn: 'হাসপাতালে ভর্তি', hi: 'अस्पताल में भर्ती' },
      declined: { en: 'Survivor did not want it', bn: 'সারভাইভার চাননি', hi: 'सर्वाइवर ने नहीं चाहा' },
    },
  },
} as const satisfies RoomLabels<typeof healthKinds, typeof healthLists>
