import { type RoomLabels, recurring } from '../journal/index.ts'
import type { trainingKinds, trainingLists } from './kinds.ts'

export const trainingLabels = {
  room: { en: 'Training', bn: 'প্রশিক্ষণ', hi: 'प्रशिक्षण' },
  kinds: {
    course_held: {
      label: { en: 'Course held', bn: 'কোর্স হয়েছে', hi: 'कोर्स हुआ' },
      fields: {
        audience: { en: 'Whom the course was for', bn: 'প্রশিক্ষণ কাদের জন্য', hi: 'प्रशिक्षण किनके लिए' },
        curriculum: { en: 'What was taught', bn: 'কী শেখানো হয়েছে', hi: 'क्या सिखाया गया' },
        starts_on: recurring.startsOn,
        ends_on: recurring.endsOn,
        district: recurring.district,
      },
    },
    course_participant: {
      label: { en: 'Participant', bn: 'অংশগ্রহণকারী', hi: 'प्रतिभागी' },
      fields: {
        participant_code: { en: 'Participant code', bn: 'অংশগ্রহণকারীর কোড', hi: 'प्रतिभागी का कोड' },
        agency_code: recurring.agency,
        gender: recurring.gender,
        rank: { en: 'Rank', bn: 'পদবি', hi: 'पद' },
        attended: { en: 'Share attended', bn: 'কতটা সময় উপস্থিত', hi: 'कितने समय मौजूद' },
        pre_score: { en: 'Score before', bn: 'আগের স্কোর', hi: 'पहले का स्कोर' },
        post_score: { en: 'Score after', bn: 'পরের স্কোর', hi: 'बाद का स्कोर' },
        followup_score: {
          en: 'Score some months later',
          bn: 'কয়েক মাস পরের স্কোর',
          hi: 'कुछ महीने बाद का स्कोर',
        },
      },
    },
  },
  lists: {
    audiences: {
      aftercare_stakeholder: {
        en: 'People who work in aftercare',
        bn: 'পরবর্তী সেবায় যুক্ত মানুষ',
        hi: 'देखभाल से जुड़े लोग',
      },
      bgb: recurring.bgb,
      police: recurring.police,
      other: recurring.other,
    },
  },
} as const satisfies RoomLabels<typeof trainingKinds, typeof trainingLists>
