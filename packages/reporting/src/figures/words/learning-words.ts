import type { IndicatorWords } from './indicator-words.ts'

/** Changes in the system, survivors' own judgement, studies. */
export const learningWords = {
  S1: {
    name: { en: 'Changes in the system', bn: 'ব্যবস্থায় পরিবর্তন', hi: 'व्यवस्था में बदलाव' },
    meaning: {
      en: 'Changes in what communities, institutions and laws do, agreed or substantiated up to the end of the period.',
      bn: 'সমাজ, প্রতিষ্ঠান ও আইনের কাজে যে পরিবর্তনগুলো সময়ের শেষ পর্যন্ত সম্মত বা প্রমাণিত হয়েছে।',
      hi: 'समुदायों, संस्थाओं और क़ानूनों के काम में वे बदलाव जो अवधि के अंत तक माने या साबित किए गए।',
    },
    parts: {
      counted: { en: 'changes', bn: 'পরিবর্তন', hi: 'बदलाव' },
      numerator: {
        en: 'borne out by an independent verifier',
        bn: 'স্বাধীন যাচাইকারী যেগুলো সমর্থন করেছেন',
        hi: 'जिन्हें स्वतंत्र जाँचकर्ता ने सही माना',
      },
    },
  },
  Q1: {
    name: { en: 'Satisfied survivors', bn: 'সন্তুষ্ট সারভাইভার', hi: 'संतुष्ट सर्वाइवर' },
    meaning: {
      en: 'Of the feedback forms with an answer, how many say yes at least as often as no.',
      bn: 'উত্তর আছে এমন মতামত ফরমের কতগুলোতে “হ্যাঁ” অন্তত “না”-এর সমান।',
      hi: 'जवाब वाले फ़ीडबैक फ़ॉर्म में से कितनों में “हाँ” कम से कम “नहीं” जितने हैं।',
    },
    parts: {
      numerator: {
        en: 'forms with at least as many yes as no',
        bn: '“হ্যাঁ” অন্তত “না”-এর সমান এমন ফরম',
        hi: 'फ़ॉर्म, जिनमें “हाँ” कम से कम “नहीं” जितने',
      },
      denominator: { en: 'forms with an answer', bn: 'উত্তর আছে এমন ফরম', hi: 'जवाब वाले फ़ॉर्म' },
      missing: { en: 'forms without any answer', bn: 'কোনো উত্তর নেই এমন ফরম', hi: 'बिना जवाब के फ़ॉर्म' },
    },
  },
  N1: {
    name: { en: 'Interviews for studies', bn: 'গবেষণার সাক্ষাৎকার', hi: 'अध्ययन के साक्षात्कार' },
    meaning: {
      en: 'Interviews held for studies in the period, by who was interviewed.',
      bn: 'এই সময়ে গবেষণার জন্য নেওয়া সাক্ষাৎকার, কার সাক্ষাৎকার সেই অনুযায়ী।',
      hi: 'इस अवधि में अध्ययन के लिए हुए साक्षात्कार, किसका साक्षात्कार था उसके अनुसार।',
    },
    parts: { counted: { en: 'interviews', bn: 'সাক্ষাৎকার', hi: 'साक्षात्कार' } },
  },
} as const satisfies Record<string, IndicatorWords>
