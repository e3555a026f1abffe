import type { Words } from '@sathi/domain'

/** What the headline report says around its figures. The Bengali and the Hindi await a native reader. */
export const reportWords = {
  title: { en: 'Headline report', bn: 'মূল প্রতিবেদন', hi: 'मुख्य रिपोर्ट' },
  unnamed: { en: 'Our organisation', bn: 'আমাদের সংস্থা', hi: 'हमारी संस्था' },
  period: { en: '{from} to {to}', bn: '{from} থেকে {to}', hi: '{from} से {to}' },
  bothDays: { en: 'both days included', bn: 'দুই দিনই ধরা হয়েছে', hi: 'दोनों दिन शामिल' },
  source: {
    en: 'Drawn from {entries} entries of the journal, up to position {position}, on {day}.',
    bn: 'জার্নালের {entries}টি তথ্য থেকে, অবস্থান {position} পর্যন্ত, {day} তারিখে তৈরি।',
    hi: 'जर्नल के {entries} तथ्यों से, स्थान {position} तक, {day} को तैयार।',
  },
  synthetic: {
    en: 'Synthetic data: nobody here is real.',
    bn: 'বানানো তথ্য: এখানে কেউ বাস্তব নন।',
    hi: 'बनावटी आँकड़े: यहाँ कोई असली नहीं है।',
  },
  awaitingNativeReader: {
    en: '',
    bn: 'এই বাংলা লেখা এখনও কোনো বাংলাভাষী পাঠক যাচাই করেননি।',
    hi: 'इन हिन्दी शब्दों को अभी किसी हिन्दीभाषी पाठक ने नहीं जाँचा है।',
  },
  page: { en: 'Page {page} of {pages}', bn: '{pages} পাতার মধ্যে {page}', hi: '{pages} में से पन्ना {page}' },
  headline: { en: 'Headline figures', bn: 'মূল সংখ্যা', hi: 'मुख्य आँकड़े' },
  every: { en: 'Every indicator', bn: 'সব সূচক', hi: 'सभी संकेतक' },
  quarters: { en: 'By quarter', bn: 'প্রান্তিক অনুযায়ী', hi: 'तिमाही के अनुसार' },
  quartersNote: {
    en: 'Each quarter is a period of its own and counts people once within it, so quarters need not add up to the whole period.',
    bn: 'প্রতিটি প্রান্তিক আলাদা সময় এবং তার মধ্যে একজনকে একবারই গোনা হয়, তাই যোগ করলে মোটের সমান না-ও হতে পারে।',
    hi: 'हर तिमाही अपनी अलग अवधि है और उसमें एक व्यक्ति एक ही बार गिना जाता है, इसलिए जोड़ने पर कुल के बराबर न भी हो।',
  },
  quarterOfNone: {
    en: 'A zero with a thin line: none seen; by chance it could be up to {high}.',
    bn: 'শূন্যের ওপর সরু দাগ: একটিও দেখা যায়নি; দৈবক্রমে {high} পর্যন্ত হতে পারে।',
    hi: 'शून्य पर पतली रेखा: एक भी नहीं दिखा; संयोग से {high} तक हो सकता है।',
  },
  method: { en: 'How to read these figures', bn: 'সংখ্যাগুলো কীভাবে পড়তে হয়', hi: 'इन आँकड़ों को कैसे पढ़ें' },
  ofGroup: { en: '{name}: {group}', bn: '{name}: {group}', hi: '{name}: {group}' },
} as const satisfies Readonly<Record<string, Words>>
