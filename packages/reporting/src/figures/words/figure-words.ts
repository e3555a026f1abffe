import type { Words } from '@sathi/domain/journal'

/** What stands around the numbers of a figure, on screens and in documents; `{name}` in them is replaced. The Bengali and the Hindi await a native reader. */
export const figureWords = {
  what: { en: 'What it says', bn: 'কী বলে', hi: 'क्या बताता है' },
  figure: { en: 'Figure', bn: 'সংখ্যা', hi: 'आँकड़ा' },
  outOf: { en: 'Out of', bn: 'কতজনের মধ্যে', hi: 'कितनों में से' },
  missing: { en: 'Missing', bn: 'তথ্য নেই', hi: 'जानकारी नहीं' },
  sure: { en: 'How sure', bn: 'কতটা নিশ্চিত', hi: 'कितना पक्का' },
  range: { en: '{low} to {high}', bn: '{low} থেকে {high}', hi: '{low} से {high}' },
  ofThese: {
    en: '{numerator} of {denominator}',
    bn: '{denominator}-এর মধ্যে {numerator}',
    hi: '{denominator} में से {numerator}',
  },
  atMost: { en: 'by chance up to {high}', bn: 'দৈবক্রমে {high} পর্যন্ত', hi: 'संयोग से {high} तक' },
  counted: { en: 'Counted one by one', bn: 'একটি একটি করে গোনা', hi: 'एक-एक करके गिना गया' },
  noneSeen: {
    en: 'None seen; by chance it could be up to {high}',
    bn: 'একটিও দেখা যায়নি; দৈবক্রমে {high} পর্যন্ত হতে পারে',
    hi: 'एक भी नहीं दिखा; संयोग से {high} तक हो सकता है',
  },
  tooFew: {
    en: 'Fewer than 10: no percentage',
    bn: '১০-এর কম: শতাংশ দেখানো হয় না',
    hi: '10 से कम: प्रतिशत नहीं दिखाया जाता',
  },
  noData: {
    en: 'No data to compute from',
    bn: 'হিসাব করার মতো তথ্য নেই',
    hi: 'गणना के लिए जानकारी नहीं',
  },
  nineOfTen: {
    en: 'Nine out of ten took at most {days} days',
    bn: 'দশজনে নয়জনের লেগেছে বড়জোর {days} দিন',
    hi: 'दस में से नौ को अधिकतम {days} दिन लगे',
  },
  atLeast: { en: 'At least {times} times', bn: 'অন্তত {times} গুণ', hi: 'कम से कम {times} गुना' },
  days: { en: 'days (median)', bn: 'দিন (মধ্যমা)', hi: 'दिन (माध्यिका)' },
  points: { en: 'points on average', bn: 'পয়েন্ট, গড়ে', hi: 'अंक, औसतन' },
  personYears: { en: 'person-years', bn: 'ব্যক্তি-বছর', hi: 'व्यक्ति-वर्ष' },
  officerMonths: { en: 'officer-months', bn: 'সদস্য-মাস', hi: 'कर्मी-माह' },
  trainedMonths: {
    en: 'officer-months, trained',
    bn: 'প্রশিক্ষিত সদস্য-মাস',
    hi: 'प्रशिक्षित कर्मी-माह',
  },
  untrainedMonths: {
    en: 'officer-months, untrained',
    bn: 'প্রশিক্ষণহীন সদস্য-মাস',
    hi: 'अप्रशिक्षित कर्मी-माह',
  },
  per100Years: { en: 'per 100 person-years', bn: 'প্রতি ১০০ ব্যক্তি-বছরে', hi: 'प्रति 100 व्यक्ति-वर्ष' },
  per100Months: { en: 'per 100 officer-months', bn: 'প্রতি ১০০ সদস্য-মাসে', hi: 'प्रति 100 कर्मी-माह' },
  times: { en: 'times', bn: 'গুণ', hi: 'गुना' },
  ofTheGainPossible: {
    en: '{share} of what there was still to learn',
    bn: 'যা শেখার বাকি ছিল তার {share}',
    hi: 'जो सीखना बाकी था उसका {share}',
  },
} as const satisfies Readonly<Record<string, Words>>
