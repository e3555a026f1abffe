import { type RoomLabels, recurring } from '../journal/index.ts'
import type { changeKinds, changeLists } from './kinds.ts'

export const changeLabels = {
  room: { en: 'Changes in the system', bn: 'ব্যবস্থায় পরিবর্তন', hi: 'व्यवस्था में बदलाव' },
  kinds: {
    change_harvested: {
      label: { en: 'Change', bn: 'পরিবর্তন', hi: 'बदलाव' },
      fields: {
        title: { en: 'What changed', bn: 'কী বদলেছে', hi: 'क्या बदला' },
        actor: { en: 'Who changed', bn: 'কে বদলেছে', hi: 'कौन बदला' },
        level: { en: 'Where it changed', bn: 'কোন স্তরে', hi: 'किस स्तर पर' },
        significance: { en: 'How important, 1 to 3', bn: 'কতটা গুরুত্বপূর্ণ, ১ থেকে ৩', hi: 'कितना अहम, 1 से 3' },
        contribution: { en: 'Our part in it', bn: 'আমাদের অবদান', hi: 'हमारा योगदान' },
        status: recurring.status,
      },
    },
    change_substantiated: {
      label: { en: 'Change verified', bn: 'পরিবর্তন যাচাই', hi: 'बदलाव की पुष्टि' },
      fields: {
        verifier_independent: {
          en: 'Verifier is independent',
          bn: 'যাচাইকারী স্বাধীন কি না',
          hi: 'जाँचकर्ता स्वतंत्र हैं या नहीं',
        },
        agrees: { en: 'Verifier agrees', bn: 'যাচাইকারী একমত কি না', hi: 'जाँचकर्ता सहमत हैं या नहीं' },
      },
    },
  },
  lists: {
    changeLevels: {
      individual: { en: 'In people', bn: 'মানুষের মধ্যে', hi: 'लोगों में' },
      community: { en: 'In the community', bn: 'সমাজে', hi: 'समुदाय में' },
      institution: { en: 'In an institution', bn: 'প্রতিষ্ঠানে', hi: 'संस्था में' },
      law: { en: 'In the law', bn: 'আইনে', hi: 'क़ानून में' },
    },
    contributions: {
      none: { en: 'None', bn: 'কোনো অবদান নেই', hi: 'कोई योगदान नहीं' },
      partial: { en: 'Some', bn: 'কিছুটা', hi: 'कुछ' },
      major: { en: 'Large', bn: 'বড়', hi: 'बड़ा' },
    },
    changeStatuses: {
      draft: { en: 'Draft', bn: 'খসড়া', hi: 'मसौदा' },
      agreed: { en: 'Agreed', bn: 'সম্মত', hi: 'माना गया' },
      substantiated: { en: 'Substantiated', bn: 'প্রমাণিত', hi: 'साबित' },
      rejected: { en: 'Rejected', bn: 'বাতিল', hi: 'नामंज़ूर' },
    },
    agreements: {
      fully: { en: 'Fully', bn: 'পুরোপুরি', hi: 'पूरी तरह' },
      partly: { en: 'Partly', bn: 'আংশিক', hi: 'आंशिक' },
      no: { en: 'No', bn: 'না', hi: 'नहीं' },
    },
  },
} as const satisfies RoomLabels<typeof changeKinds, typeof changeLists>
