import { type RoomLabels, recurring } from '../journal/index.ts'
import type { communityKinds, communityLists } from './kinds.ts'

export const communityLabels = {
  room: { en: 'Family and community', bn: 'পরিবার ও সমাজ', hi: 'परिवार और समुदाय' },
  kinds: {
    family_session: {
      label: {
        en: 'Talk with family or community',
        bn: 'পরিবার বা সমাজের সঙ্গে বৈঠক',
        hi: 'परिवार या समुदाय से बातचीत',
      },
      fields: {
        with: { en: 'With whom', bn: 'কার সঙ্গে', hi: 'किसके साथ' },
        people: { en: 'How many people', bn: 'কতজন মানুষ', hi: 'कितने लोग' },
        note: recurring.note,
      },
    },
    acceptance_measured: {
      label: { en: 'Acceptance', bn: 'গ্রহণযোগ্যতা', hi: 'स्वीकार' },
      fields: {
        rater: { en: 'Who rated', bn: 'কে মূল্যায়ন করেছেন', hi: 'किसने आँका' },
        score: recurring.score,
        note: recurring.note,
      },
    },
  },
  lists: {
    sessionsWith: {
      family: recurring.family,
      neighbours: { en: 'Neighbours', bn: 'প্রতিবেশী', hi: 'पड़ोसी' },
      leaders: { en: 'Local leaders', bn: 'স্থানীয় নেতা', hi: 'स्थानीय नेता' },
      school: { en: 'School', bn: 'স্কুল', hi: 'स्कूल' },
      employer: recurring.employer,
    },
    raters: {
      survivor: recurring.survivor,
      family: recurring.family,
      community: { en: 'Community', bn: 'সমাজ', hi: 'समुदाय' },
    },
  },
} as const satisfies RoomLabels<typeof communityKinds, typeof communityLists>
