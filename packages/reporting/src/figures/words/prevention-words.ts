import type { IndicatorWords } from './indicator-words.ts'

/** Training, and noticing people at the border. */
export const preventionWords = {
  K1: {
    name: { en: 'People trained', bn: 'প্রশিক্ষণ পাওয়া মানুষ', hi: 'प्रशिक्षित लोग' },
    meaning: {
      en: 'People who attended at least four fifths of a course that ended in the period, by whom the course was for.',
      bn: 'এই সময়ে শেষ হওয়া কোনো প্রশিক্ষণের অন্তত পাঁচ ভাগের চার ভাগে উপস্থিত মানুষ, প্রশিক্ষণ কাদের জন্য সেই অনুযায়ী।',
      hi: 'वे लोग जो इस अवधि में पूरे हुए किसी प्रशिक्षण के कम से कम पाँच में से चार हिस्सों में रहे, प्रशिक्षण किनके लिए था उसके अनुसार।',
    },
    parts: { counted: { en: 'people trained', bn: 'প্রশিক্ষণ পাওয়া মানুষ', hi: 'प्रशिक्षित लोग' } },
  },
  K2: {
    name: { en: 'Knowledge gained', bn: 'জ্ঞান বৃদ্ধি', hi: 'ज्ञान में बढ़त' },
    meaning: {
      en: 'By how many points the test after a course was better than the test before it, from 0 to 100.',
      bn: 'প্রশিক্ষণের আগের পরীক্ষার চেয়ে পরের পরীক্ষায় কত পয়েন্ট বেশি (০ থেকে ১০০)।',
      hi: 'प्रशिक्षण के पहले के मुक़ाबले बाद की परीक्षा में कितने अंक ज़्यादा आए (0 से 100)।',
    },
    parts: {
      counted: {
        en: 'participations with both tests',
        bn: 'দুটি পরীক্ষাই আছে এমন অংশগ্রহণ',
        hi: 'सहभागिताएँ, जिनमें दोनों परीक्षाएँ हैं',
      },
      missing: {
        en: 'participations without both tests',
        bn: 'দুটি পরীক্ষা নেই এমন অংশগ্রহণ',
        hi: 'सहभागिताएँ, जिनमें दोनों परीक्षाएँ नहीं',
      },
    },
  },
  V1: {
    name: {
      en: 'Identified and referred by trained officers',
      bn: 'প্রশিক্ষিত সদস্যদের শনাক্ত ও রেফার করা',
      hi: 'प्रशिक्षित कर्मियों ने पहचाना और आगे भेजा',
    },
    meaning: {
      en: 'Screenings in which a border guard who had completed a course noticed somebody presumed to be trafficked and referred her or him to help.',
      bn: 'যে স্ক্রিনিংয়ে প্রশিক্ষণ শেষ করা বিজিবি সদস্য কাউকে পাচার হচ্ছেন বলে ধারণা করেছেন এবং সাহায্যের জন্য রেফার করেছেন।',
      hi: 'वे जाँचें जिनमें प्रशिक्षण पूरा कर चुके सीमा रक्षक ने किसी के तस्करी में होने का अंदेशा पहचाना और मदद के लिए आगे भेजा।',
    },
    parts: {
      counted: {
        en: 'people identified and referred',
        bn: 'শনাক্ত ও রেফার করা মানুষ',
        hi: 'पहचाने और आगे भेजे गए लोग',
      },
    },
  },
  V0: {
    name: {
      en: 'The same by untrained officers',
      bn: 'প্রশিক্ষণহীন সদস্যদের একই কাজ',
      hi: 'बिना प्रशिक्षण वाले कर्मियों का यही काम',
    },
    meaning: {
      en: 'The same, by border guards who had not completed a course on that day.',
      bn: 'একই কাজ, যে বিজিবি সদস্যরা সেদিন পর্যন্ত প্রশিক্ষণ শেষ করেননি।',
      hi: 'यही काम, उन सीमा रक्षकों द्वारा जिन्होंने उस दिन तक प्रशिक्षण पूरा नहीं किया था।',
    },
    parts: {
      counted: {
        en: 'people identified and referred',
        bn: 'শনাক্ত ও রেফার করা মানুষ',
        hi: 'पहचाने और आगे भेजे गए लोग',
      },
    },
  },
  V2: {
    name: {
      en: 'Trained compared with untrained',
      bn: 'প্রশিক্ষিত ও প্রশিক্ষণহীনের তুলনা',
      hi: 'प्रशिक्षित और अप्रशिक्षित की तुलना',
    },
    meaning: {
      en: 'How many times as often trained officers identified and referred somebody, for the same time at the post.',
      bn: 'চৌকিতে সমান সময়ে প্রশিক্ষিত সদস্যরা কত গুণ বেশি শনাক্ত ও রেফার করেছেন।',
      hi: 'चौकी पर उतने ही समय में प्रशिक्षित कर्मियों ने कितने गुना ज़्यादा लोगों को पहचाना और आगे भेजा।',
    },
    parts: {},
  },
  V3: {
    name: { en: 'Referrals that proved right', bn: 'যে রেফারেল সঠিক প্রমাণিত', hi: 'सही निकले रेफ़रल' },
    meaning: {
      en: 'Of the people referred by trained officers about whom there is a finding, how many were confirmed to be trafficked.',
      bn: 'প্রশিক্ষিত সদস্যদের রেফার করা যাঁদের বিষয়ে সিদ্ধান্ত হয়েছে, তাঁদের কতজনের পাচার হওয়া নিশ্চিত হয়েছে।',
      hi: 'प्रशिक्षित कर्मियों के भेजे जिन लोगों के बारे में निष्कर्ष आया, उनमें से कितनों की तस्करी पक्की निकली।',
    },
    parts: {
      numerator: { en: 'referrals confirmed', bn: 'নিশ্চিত রেফারেল', hi: 'पक्के निकले रेफ़रल' },
      denominator: {
        en: 'referrals with a finding',
        bn: 'সিদ্ধান্ত আছে এমন রেফারেল',
        hi: 'रेफ़रल, जिन पर निष्कर्ष आया',
      },
      missing: {
        en: 'referrals without a finding yet',
        bn: 'এখনও সিদ্ধান্ত নেই এমন রেফারেল',
        hi: 'रेफ़रल, जिन पर अभी निष्कर्ष नहीं',
      },
    },
  },
} as const satisfies Record<string, IndicatorWords>
