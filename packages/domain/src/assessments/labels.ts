import { type RoomLabels, recurring } from '../journal/index.ts'
import type { assessmentKinds, assessmentLists } from './kinds.ts'

export const assessmentLabels = {
  room: { en: 'Wellbeing', bn: 'মনের সুস্থতা', hi: 'मन की सेहत' },
  kinds: {
    assessment: {
      label: { en: 'Assessment', bn: 'মূল্যায়ন', hi: 'आकलन' },
      fields: {
        instrument: { en: 'Questionnaire', bn: 'প্রশ্নমালা', hi: 'प्रश्नावली' },
        score: recurring.score,
        items: { en: 'Single answers', bn: 'প্রতিটি উত্তর', hi: 'हर जवाब' },
        language: { en: 'Language', bn: 'ভাষা', hi: 'भाषा' },
        mode: { en: 'How it was asked', bn: 'কীভাবে নেওয়া হয়েছে', hi: 'कैसे पूछा गया' },
        by_own_caseworker: {
          en: 'Asked by own caseworker',
          bn: 'নিজের কেসকর্মী নিয়েছেন',
          hi: 'अपने केसवर्कर ने पूछा',
        },
        note: recurring.note,
      },
    },
  },
  lists: {
    instruments: {
      who5: { en: 'WHO-5 (wellbeing)', bn: 'WHO-5 (মনের সুস্থতা)', hi: 'WHO-5 (मन की सेहत)' },
      phq9: { en: 'PHQ-9 (low mood)', bn: 'PHQ-9 (মন খারাপ)', hi: 'PHQ-9 (उदासी)' },
      gad7: { en: 'GAD-7 (worry)', bn: 'GAD-7 (দুশ্চিন্তা)', hi: 'GAD-7 (चिंता)' },
      pcl5: {
        en: 'PCL-5 (stress after trauma)',
        bn: 'PCL-5 (আঘাতের পরের চাপ)',
        hi: 'PCL-5 (सदमे के बाद का तनाव)',
      },
      srq20: { en: 'SRQ-20 (distress)', bn: 'SRQ-20 (মানসিক কষ্ট)', hi: 'SRQ-20 (मन की परेशानी)' },
      aso: {
        en: 'ASO (how life is going)',
        bn: 'ASO (জীবন কেমন চলছে)',
        hi: 'ASO (ज़िंदगी कैसी चल रही है)',
      },
      sathi8: {
        en: 'Sathi-8 (eight areas of life)',
        bn: 'সাথী-৮ (জীবনের আটটি দিক)',
        hi: 'साथी-8 (जीवन के आठ पहलू)',
      },
    },
    modes: {
      self: { en: 'Filled in alone', bn: 'নিজে পূরণ করেছেন', hi: 'ख़ुद भरा' },
      read_aloud: { en: 'Read aloud', bn: 'পড়ে শোনানো', hi: 'पढ़कर सुनाया' },
      phone: recurring.phone,
      audio: { en: 'Listened to a recording', bn: 'রেকর্ড শুনে', hi: 'रिकॉर्डिंग सुनकर' },
    },
  },
} as const satisfies RoomLabels<typeof assessmentKinds, typeof assessmentLists>
