import type { Words } from '@sathi/domain'
import type { DataQualityCode } from './data-quality-notes.ts'

/** What each data-quality note says on a screen or in a document. */
export const dataQualityWords: Readonly<Record<DataQualityCode, Words>> = {
  negative_road_home: {
    en: 'Home before the rescue, by the dates recorded',
    bn: 'লেখা তারিখ অনুযায়ী উদ্ধারের আগেই ঘরে ফেরা',
    hi: 'दर्ज तारीख़ों के अनुसार बचाव से पहले ही घर वापसी',
  },
  amendments_made_apart: {
    en: 'Corrected by two people apart: somebody must decide which holds',
    bn: 'দুজন আলাদাভাবে সংশোধন করেছেন: কোনটি ঠিক, কাউকে ঠিক করতে হবে',
    hi: 'दो लोगों ने अलग-अलग सुधारा: कौन-सा सही है, किसी को तय करना होगा',
  },
  business_month_recorded_twice: {
    en: 'Months of a business recorded more than once',
    bn: 'ব্যবসার একই মাস একাধিকবার লেখা',
    hi: 'व्यवसाय का एक ही महीना एक से अधिक बार दर्ज',
  },
  business_never_started: {
    en: 'Businesses with months but no recorded start',
    bn: 'মাসের হিসাব আছে, কিন্তু শুরু লেখা নেই, এমন ব্যবসা',
    hi: 'ऐसे व्यवसाय जिनके महीने दर्ज हैं पर शुरुआत नहीं',
  },
  follow_up_outside_aftercare: {
    en: 'Follow-ups on a day without aftercare',
    bn: 'যে দিন পরবর্তী সেবা চালু ছিল না সেই দিনের ফলো-আপ',
    hi: 'ऐसे दिन का फ़ॉलो-अप जब देखभाल चालू नहीं थी',
  },
  participant_of_unknown_course: {
    en: 'Participants of a course that is not recorded',
    bn: 'যে কোর্স লেখা নেই তার অংশগ্রহণকারী',
    hi: 'ऐसे कोर्स के प्रतिभागी जो दर्ज नहीं है',
  },
  course_ends_before_it_begins: {
    en: 'Courses that end before they begin',
    bn: 'শুরুর আগেই শেষ হওয়া কোর্স',
    hi: 'शुरू होने से पहले समाप्त कोर्स',
  },
  roster_ends_before_it_begins: {
    en: 'Rosters that end before they begin',
    bn: 'শুরুর আগেই শেষ হওয়া দায়িত্ব-তালিকা',
    hi: 'शुरू होने से पहले समाप्त ड्यूटी सूची',
  },
  roster_of_unknown_post: {
    en: 'Rosters of a post that is not registered',
    bn: 'নিবন্ধিত নয় এমন চৌকির দায়িত্ব-তালিকা',
    hi: 'ऐसी चौकी की ड्यूटी सूची जो पंजीकृत नहीं है',
  },
  identified_by_officer_on_no_roster: {
    en: 'Identifications by officers who were on no roster that day',
    bn: 'সেদিন কোনো তালিকায় না থাকা সদস্যের শনাক্তকরণ',
    hi: 'उस दिन किसी सूची में न रहे कर्मी की पहचान',
  },
}
