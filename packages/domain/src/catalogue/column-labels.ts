import type { Compartment, SubjectType, Words } from '../journal/index.ts'

/** What a journal is about, in words. */
export const subjectLabels: Readonly<Record<SubjectType, Words>> = {
  case: { en: 'Case', bn: 'কেস', hi: 'केस' },
  course: { en: 'Course', bn: 'কোর্স', hi: 'कोर्स' },
  post: { en: 'Border post', bn: 'সীমান্ত চৌকি', hi: 'सीमा चौकी' },
  screening: { en: 'Screening', bn: 'স্ক্রিনিং', hi: 'जाँच' },
  agency: { en: 'Agency', bn: 'সংস্থা', hi: 'संस्था' },
  crisis: { en: 'Crisis', bn: 'সংকট', hi: 'संकट' },
  change: { en: 'Change', bn: 'পরিবর্তন', hi: 'बदलाव' },
  study: { en: 'Study', bn: 'গবেষণা', hi: 'अध्ययन' },
}

/** The parts of a case file that are opened to people one by one, in words. */
export const compartmentLabels: Readonly<Record<Compartment, Words>> = {
  casework: { en: 'Casework', bn: 'কেসের কাজ', hi: 'केस का काम' },
  counselling: { en: 'Counselling', bn: 'কাউন্সেলিং', hi: 'काउंसलिंग' },
  health: { en: 'Health', bn: 'স্বাস্থ্য', hi: 'सेहत' },
  legal: { en: 'Legal', bn: 'আইনি', hi: 'क़ानूनी' },
}

/** Columns that line lists have beside a kind's own fields. */
export const columnLabels = {
  row_id: { en: 'Row number', bn: 'সারির নম্বর', hi: 'पंक्ति का नंबर' },
  occurred_on: { en: 'Date', bn: 'তারিখ', hi: 'तारीख़' },
  amends: { en: 'Corrects row', bn: 'যে সারি সংশোধন করে', hi: 'किस पंक्ति को सुधारती है' },
  retracts: { en: 'Takes back row', bn: 'যে সারি প্রত্যাহার করে', hi: 'किस पंक्ति को वापस लेती है' },
  author: { en: 'Recorded by', bn: 'কে লিখেছেন', hi: 'किसने दर्ज किया' },
  case_code: { en: 'Case code', bn: 'কেস কোড', hi: 'केस कोड' },
  course_code: { en: 'Course code', bn: 'কোর্সের কোড', hi: 'कोर्स का कोड' },
  post_code: { en: 'Post code', bn: 'চৌকির কোড', hi: 'चौकी का कोड' },
  screening_code: { en: 'Screening code', bn: 'স্ক্রিনিংয়ের কোড', hi: 'जाँच का कोड' },
  agency_code: { en: 'Agency code', bn: 'সংস্থার কোড', hi: 'संस्था का कोड' },
  crisis_code: { en: 'Crisis code', bn: 'সংকটের কোড', hi: 'संकट का कोड' },
  change_code: { en: 'Change code', bn: 'পরিবর্তনের কোড', hi: 'बदलाव का कोड' },
  study_code: { en: 'Study code', bn: 'গবেষণার কোড', hi: 'अध्ययन का कोड' },
  name_formal: { en: 'Formal name', bn: 'ভালো নাম', hi: 'पूरा नाम' },
  name_call: { en: 'Call name', bn: 'ডাকনাম', hi: 'घर का नाम' },
  father_name: { en: 'Father’s name', bn: 'বাবার নাম', hi: 'पिता का नाम' },
  mother_name: { en: 'Mother’s name', bn: 'মায়ের নাম', hi: 'माता का नाम' },
  phone: { en: 'Phone', bn: 'ফোন নম্বর', hi: 'फ़ोन नंबर' },
} as const satisfies Readonly<Record<string, Words>>
