import type { Words } from '@sathi/domain/journal'
import type { IndicatorId } from '../report.ts'

/** Indicators of one room, as the report lists them one below the other. */
export type IndicatorRoom = {
  readonly room: string
  readonly name: Words
  readonly indicators: readonly IndicatorId[]
}

/** Every indicator once, by room, in the order of the road a survivor goes. */
export const indicatorRooms: readonly IndicatorRoom[] = [
  {
    room: 'repatriation',
    name: { en: 'The road home', bn: 'ঘরে ফেরার পথ', hi: 'घर वापसी का रास्ता' },
    indicators: ['R1', 'R2', 'R3'],
  },
  {
    room: 'aftercare',
    name: { en: 'Support and safety', bn: 'সহায়তা ও নিরাপত্তা', hi: 'सहायता और सुरक्षा' },
    indicators: ['A1', 'A2', 'A3', 'G1', 'T0', 'T1', 'T2'],
  },
  {
    room: 'assessments',
    name: { en: 'Wellbeing', bn: 'মনের সুস্থতা', hi: 'मन की सेहत' },
    indicators: ['W1', 'W2'],
  },
  {
    room: 'livelihoods',
    name: { en: 'Livelihoods', bn: 'জীবিকা', hi: 'आजीविका' },
    indicators: ['E1'],
  },
  {
    room: 'mentoring',
    name: { en: 'Peer mentors', bn: 'সহ-মেন্টর', hi: 'साथी-मेंटर' },
    indicators: ['P1'],
  },
  {
    room: 'community',
    name: { en: 'Family and community', bn: 'পরিবার ও সমাজ', hi: 'परिवार और समुदाय' },
    indicators: ['F1'],
  },
  {
    room: 'relief',
    name: { en: 'Help in crises', bn: 'সংকটে সাহায্য', hi: 'संकट में मदद' },
    indicators: ['C1', 'C2'],
  },
  {
    room: 'training',
    name: { en: 'Training', bn: 'প্রশিক্ষণ', hi: 'प्रशिक्षण' },
    indicators: ['K1', 'K2'],
  },
  {
    room: 'identification',
    name: { en: 'Noticed at the border', bn: 'সীমান্তে শনাক্তকরণ', hi: 'सीमा पर पहचान' },
    indicators: ['V1', 'V0', 'V2', 'V3'],
  },
  {
    room: 'changes',
    name: { en: 'Changes in the system', bn: 'ব্যবস্থায় পরিবর্তন', hi: 'व्यवस्था में बदलाव' },
    indicators: ['S1'],
  },
  {
    room: 'evaluation',
    name: {
      en: 'Survivors’ judgement and studies',
      bn: 'সারভাইভারদের মত ও গবেষণা',
      hi: 'सर्वाइवर की राय और अध्ययन',
    },
    indicators: ['Q1', 'N1'],
  },
]
