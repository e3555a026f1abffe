import type { IndicatorWords } from './indicator-words.ts'

const wellbeingParts = {
  denominator: {
    en: 'survivors with two measurements at least 60 days apart',
    bn: 'অন্তত ৬০ দিনের ব্যবধানে দুটি মাপ আছে এমন সারভাইভার',
    hi: 'सर्वाइवर, जिनके कम से कम 60 दिन के अंतर पर दो माप हैं',
  },
  missing: {
    en: 'survivors without two such measurements',
    bn: 'এমন দুটি মাপ নেই এমন সারভাইভার',
    hi: 'सर्वाइवर, जिनके ऐसे दो माप नहीं हैं',
  },
} as const

/** Getting well and standing on one's own: wellbeing, businesses, acceptance. */
export const recoveryWords = {
  W1: {
    name: {
      en: 'Wellbeing reliably better',
      bn: 'মনের অবস্থা নিশ্চিতভাবে ভালো',
      hi: 'मन की हालत निश्चित रूप से बेहतर',
    },
    meaning: {
      en: 'Of the intensively supported survivors with two measurements, how many gained ten points or more on the WHO-5 wellbeing questions.',
      bn: 'নিবিড় সহায়তায় থাকা যে সারভাইভারদের দুটি মাপ আছে, তাঁদের কতজন WHO-5 সুস্থতার প্রশ্নে দশ বা তার বেশি পয়েন্ট এগিয়েছেন।',
      hi: 'गहन सहायता वाले जिन सर्वाइवर के दो माप हैं, उनमें से कितने WHO-5 के सवालों पर दस या अधिक अंक बढ़े।',
    },
    parts: {
      numerator: {
        en: 'survivors reliably better',
        bn: 'নিশ্চিতভাবে ভালো সারভাইভার',
        hi: 'निश्चित रूप से बेहतर सर्वाइवर',
      },
      ...wellbeingParts,
    },
  },
  W2: {
    name: {
      en: 'Wellbeing reliably worse',
      bn: 'মনের অবস্থা নিশ্চিতভাবে খারাপ',
      hi: 'मन की हालत निश्चित रूप से ख़राब',
    },
    meaning: {
      en: 'Of the same survivors, how many lost ten points or more on the WHO-5 wellbeing questions.',
      bn: 'ওই সারভাইভারদের কতজন WHO-5 সুস্থতার প্রশ্নে দশ বা তার বেশি পয়েন্ট পিছিয়েছেন।',
      hi: 'उन्हीं सर्वाइवर में से कितने WHO-5 के सवालों पर दस या अधिक अंक घटे।',
    },
    parts: {
      numerator: {
        en: 'survivors reliably worse',
        bn: 'নিশ্চিতভাবে খারাপ সারভাইভার',
        hi: 'निश्चित रूप से ख़राब हालत वाले सर्वाइवर',
      },
      ...wellbeingParts,
    },
  },
  E1: {
    name: { en: 'Businesses in profit', bn: 'লাভে চলা ব্যবসা', hi: 'मुनाफ़े में कारोबार' },
    meaning: {
      en: 'Of the businesses that survivors started, how many earned more than they cost over the last three months recorded. Closed ones still count.',
      bn: 'সারভাইভারদের শুরু করা ব্যবসার কতগুলো শেষ তিন মাসের হিসাবে খরচের চেয়ে বেশি আয় করেছে। বন্ধ ব্যবসাও গোনা হয়।',
      hi: 'सर्वाइवर के शुरू किए कारोबारों में से कितनों ने पिछले तीन दर्ज महीनों में ख़र्च से ज़्यादा कमाया। बंद कारोबार भी गिने जाते हैं।',
    },
    parts: {
      numerator: { en: 'businesses in profit', bn: 'লাভে চলা ব্যবসা', hi: 'मुनाफ़े में कारोबार' },
      denominator: {
        en: 'businesses that can be judged',
        bn: 'যে ব্যবসার বিচার করা যায়',
        hi: 'कारोबार, जिन्हें परखा जा सकता है',
      },
      missing: {
        en: 'open businesses with fewer than three months recorded',
        bn: 'তিন মাসের কম হিসাব আছে এমন চালু ব্যবসা',
        hi: 'चालू कारोबार, जिनके तीन महीने दर्ज नहीं',
      },
    },
  },
  F1: {
    name: { en: 'Family and community acceptance', bn: 'পরিবার ও সমাজে গ্রহণ', hi: 'परिवार और समुदाय में स्वीकार' },
    meaning: {
      en: 'By how many points acceptance changed between the first and the last rating by the same kind of person, from 0 to 100.',
      bn: 'একই ধরনের মানুষের প্রথম ও শেষ মূল্যায়নের মধ্যে গ্রহণযোগ্যতা কত পয়েন্ট বদলেছে (০ থেকে ১০০)।',
      hi: 'एक ही तरह के व्यक्ति के पहले और आख़िरी आकलन के बीच स्वीकार कितने अंक बदला (0 से 100)।',
    },
    parts: {
      counted: { en: 'survivors rated twice', bn: 'দুবার মূল্যায়িত সারভাইভার', hi: 'दो बार आकलन वाले सर्वाइवर' },
      missing: {
        en: 'survivors without two ratings',
        bn: 'দুটি মূল্যায়ন নেই এমন সারভাইভার',
        hi: 'सर्वाइवर, जिनके दो आकलन नहीं',
      },
    },
  },
} as const satisfies Record<string, IndicatorWords>
