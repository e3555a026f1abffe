import type { Words } from '@sathi/domain'

/** Names of sheets, at most 31 letters, and what stands around them. The Bengali and the Hindi await a native reader. */
export const workbookWords = {
  headline: { en: 'Headline', bn: 'মূল সংখ্যা', hi: 'मुख्य आँकड़े' },
  indicators: { en: 'Indicators', bn: 'সূচক', hi: 'संकेतक' },
  quarters: { en: 'Quarters', bn: 'প্রান্তিক', hi: 'तिमाहियाँ' },
  breakdowns: { en: 'Breakdowns (internal)', bn: 'দল অনুযায়ী (অভ্যন্তরীণ)', hi: 'समूह के अनुसार (आंतरिक)' },
  method: { en: 'Method', bn: 'পদ্ধতি', hi: 'विधि' },
  internal: {
    en: 'Internal: groups of few people stand here as they are. Nothing of this sheet may leave the organisation before disclosure control.',
    bn: 'অভ্যন্তরীণ: অল্প মানুষের দলও এখানে যেমন আছে তেমনই দেখানো। প্রকাশ নিয়ন্ত্রণের আগে এই শিটের কিছুই সংস্থার বাইরে যেতে পারবে না।',
    hi: 'आंतरिक: कम लोगों के समूह भी यहाँ जैसे हैं वैसे दिखाए गए हैं। प्रकटन नियंत्रण से पहले इस शीट का कुछ भी संस्था से बाहर नहीं जा सकता।',
  },
  several: {
    en: 'Somebody may count under several types.',
    bn: 'একজন একাধিক ধরনে গোনা হতে পারেন।',
    hi: 'एक व्यक्ति कई प्रकारों में गिना जा सकता है।',
  },
  id: { en: 'No.', bn: 'নং', hi: 'क्र.' },
  indicator: { en: 'Indicator', bn: 'সূচক', hi: 'संकेतक' },
  meaning: { en: 'What it counts', bn: 'কী গোনা হয়', hi: 'क्या गिना जाता है' },
  group: { en: 'Group', bn: 'দল', hi: 'समूह' },
  groupedBy: { en: 'Grouped by', bn: 'কী অনুযায়ী ভাগ', hi: 'किसके अनुसार' },
  quarter: { en: 'Quarter', bn: 'প্রান্তিক', hi: 'तिमाही' },
  months: { en: 'Months', bn: 'মাস', hi: 'महीने' },
  measure: { en: 'Measure', bn: 'মাপ', hi: 'माप' },
  numerator: { en: 'Numerator', bn: 'লব', hi: 'अंश' },
  denominator: { en: 'Denominator', bn: 'হর', hi: 'हर' },
  missing: { en: 'Missing', bn: 'তথ্য নেই', hi: 'जानकारी नहीं' },
  value: { en: 'Value', bn: 'মান', hi: 'मान' },
  low: { en: '95% low', bn: '৯৫% নিম্ন', hi: '95% निम्न' },
  high: { en: '95% high', bn: '৯৫% ঊর্ধ্ব', hi: '95% उच्च' },
  sure: { en: 'How sure', bn: 'কতটা নিশ্চিত', hi: 'कितना पक्का' },
  term: { en: 'Term', bn: 'বিষয়', hi: 'विषय' },
  explanation: { en: 'Meaning', bn: 'অর্থ', hi: 'अर्थ' },
  organisation: { en: 'Organisation', bn: 'সংস্থা', hi: 'संस्था' },
  period: { en: 'Period', bn: 'সময়', hi: 'अवधि' },
  source: { en: 'Source', bn: 'উৎস', hi: 'स्रोत' },
  note: { en: 'Note', bn: 'দ্রষ্টব্য', hi: 'ध्यान दें' },
} as const satisfies Readonly<Record<string, Words>>

/** What each number of a figure is. */
export const measureWords = {
  count: { en: 'Count', bn: 'গণনা', hi: 'गिनती' },
  share: { en: 'Share', bn: 'অংশ', hi: 'हिस्सा' },
  median_days: { en: 'Median, days', bn: 'মধ্যমা, দিন', hi: 'माध्यिका, दिन' },
  ninetieth_days: { en: '90th percentile, days', bn: '৯০তম শতাংশক, দিন', hi: '90वाँ शतमक, दिन' },
  mean_change: { en: 'Mean change, points', bn: 'গড় পরিবর্তন, পয়েন্ট', hi: 'औसत बदलाव, अंक' },
  mean_gain: {
    en: 'Mean share of what there was still to learn',
    bn: 'শেখার বাকি অংশের গড়ে কতটা শেখা হয়েছে',
    hi: 'जो सीखना बाकी था उसका औसत हिस्सा',
  },
  person_years: { en: 'Person-years', bn: 'ব্যক্তি-বছর', hi: 'व्यक्ति-वर्ष' },
  person_days: { en: 'Days with verified contact', bn: 'যাচাই করা যোগাযোগের দিন', hi: 'पुष्ट संपर्क के दिन' },
  events: { en: 'Events', bn: 'ঘটনা', hi: 'घटनाएँ' },
  per_100_years: { en: 'Per 100 person-years', bn: 'প্রতি ১০০ ব্যক্তি-বছরে', hi: 'प्रति 100 व्यक्ति-वर्ष' },
  per_100_months: { en: 'Per 100 officer-months', bn: 'প্রতি ১০০ সদস্য-মাসে', hi: 'प्रति 100 कर्मी-माह' },
  ratio: { en: 'Ratio of rates', bn: 'হারের অনুপাত', hi: 'दरों का अनुपात' },
  trained_months: { en: 'Officer-months, trained', bn: 'প্রশিক্ষিত সদস্য-মাস', hi: 'प्रशिक्षित कर्मी-माह' },
  untrained_months: {
    en: 'Officer-months, untrained',
    bn: 'প্রশিক্ষণহীন সদস্য-মাস',
    hi: 'अप्रशिक्षित कर्मी-माह',
  },
  trained_days: { en: 'Officer-days, trained', bn: 'প্রশিক্ষিত সদস্য-দিন', hi: 'प्रशिक्षित कर्मी-दिन' },
  untrained_days: {
    en: 'Officer-days, untrained',
    bn: 'প্রশিক্ষণহীন সদস্য-দিন',
    hi: 'अप्रशिक्षित कर्मी-दिन',
  },
  changes: { en: 'Changes', bn: 'পরিবর্তন', hi: 'बदलाव' },
  borne_out: {
    en: 'Borne out by an independent verifier',
    bn: 'স্বাধীন যাচাইকারীর সমর্থিত',
    hi: 'स्वतंत्र जाँचकर्ता ने सही माना',
  },
} as const satisfies Readonly<Record<string, Words>>
export type MeasureName = keyof typeof measureWords
