import { type RoomLabels, recurring } from '../journal/index.ts'
import type { caseKinds, caseLists } from './kinds.ts'

/** The words of case files. Codes of HTCDS 2.0 carry the English labels of its lists (IOM, CC BY 4.0), in sentence case. */
export const caseLabels = {
  room: { en: 'Case file', bn: 'কেস ফাইল', hi: 'केस फ़ाइल' },
  kinds: {
    case_opened: {
      label: { en: 'Case opened', bn: 'কেস খোলা', hi: 'केस खोला गया' },
      fields: {
        pathway: { en: 'Where she or he came from', bn: 'কোথা থেকে এসেছেন', hi: 'कहाँ से आए' },
        gender: recurring.gender,
        is_child: recurring.isChild,
        age: { en: 'Age in years', bn: 'বয়স (বছর)', hi: 'उम्र (साल)' },
        age_band: { en: 'Age group', bn: 'বয়সের ভাগ', hi: 'आयु वर्ग' },
        home_district: { en: 'Home district', bn: 'নিজ জেলা', hi: 'गृह ज़िला' },
        type_of_exploitation: { en: 'Type of exploitation', bn: 'শোষণের ধরন', hi: 'शोषण का प्रकार' },
        country_of_exploitation: {
          en: 'Country of exploitation',
          bn: 'যে দেশে শোষণ হয়েছে',
          hi: 'किस देश में शोषण हुआ',
        },
        referred_by: { en: 'Referred by', bn: 'কে পাঠিয়েছে', hi: 'किसने भेजा' },
        names: { en: 'Names', bn: 'নাম', hi: 'नाम' },
        parents_names: { en: 'Parents’ names', bn: 'বাবা-মায়ের নাম', hi: 'माता-पिता के नाम' },
        address: { en: 'Address', bn: 'ঠিকানা', hi: 'पता' },
        phones: { en: 'Phones', bn: 'ফোন নম্বর', hi: 'फ़ोन नंबर' },
        photo: { en: 'Photo', bn: 'ছবি', hi: 'फ़ोटो' },
        story: { en: 'In her or his own words', bn: 'নিজের কথায়', hi: 'अपने शब्दों में' },
      },
    },
    case_closed: {
      label: { en: 'Case closed', bn: 'কেস বন্ধ', hi: 'केस बंद' },
      fields: { reason: recurring.reason, note: recurring.note },
    },
    case_reopened: {
      label: { en: 'Case reopened', bn: 'কেস আবার খোলা', hi: 'केस फिर खोला गया' },
      fields: { reason: recurring.reason, note: recurring.note },
    },
  },
  lists: {
    pathways: {
      shelter: { en: 'Shelter', bn: 'আশ্রয়কেন্দ্র', hi: 'आश्रय गृह' },
      prison: { en: 'Prison', bn: 'কারাগার', hi: 'जेल' },
      border: { en: 'Border', bn: 'সীমান্ত', hi: 'सीमा' },
      family: { en: 'Family asked for help', bn: 'পরিবার সাহায্য চেয়েছে', hi: 'परिवार ने मदद माँगी' },
      earlier_programme: { en: 'Earlier programme', bn: 'আগের কর্মসূচি', hi: 'पहले का कार्यक्रम' },
      other: recurring.other,
    },
    genders: {
      Feminine: { en: 'Feminine', bn: 'নারী বা মেয়ে', hi: 'महिला या लड़की' },
      Masculine: { en: 'Masculine', bn: 'পুরুষ বা ছেলে', hi: 'पुरुष या लड़का' },
      TransgenderFeminine: { en: 'Transgender feminine', bn: 'ট্রান্সজেন্ডার নারী', hi: 'ट्रांसजेंडर महिला' },
      TransgenderMasculine: { en: 'Transgender masculine', bn: 'ট্রান্সজেন্ডার পুরুষ', hi: 'ट्रांसजेंडर पुरुष' },
      NonConforming: { en: 'Non-conforming', bn: 'নারী-পুরুষ ভাগের বাইরে', hi: 'महिला-पुरुष से अलग पहचान' },
      NonSpecifiedUnknown: {
        en: 'Not specified/unknown',
        bn: 'বলা হয়নি বা জানা নেই',
        hi: 'बताया नहीं या पता नहीं',
      },
    },
    ageBands: {
      '0-11': { en: '0 to 11 years', bn: '০ থেকে ১১ বছর', hi: '0 से 11 साल' },
      '12-14': { en: '12 to 14 years', bn: '১২ থেকে ১৪ বছর', hi: '12 से 14 साल' },
      '15-17': { en: '15 to 17 years', bn: '১৫ থেকে ১৭ বছর', hi: '15 से 17 साल' },
      '18-24': { en: '18 to 24 years', bn: '১৮ থেকে ২৪ বছর', hi: '18 से 24 साल' },
      '25-34': { en: '25 to 34 years', bn: '২৫ থেকে ৩৪ বছর', hi: '25 से 34 साल' },
      '35+': { en: '35 years or older', bn: '৩৫ বছর বা বেশি', hi: '35 साल या ज़्यादा' },
    },
    exploitationTypes: {
      ForcedLabour: { en: 'Forced labour', bn: 'জোর করে কাজ করানো', hi: 'जबरन मज़दूरी' },
      SexualExploitation: { en: 'Sexual exploitation', bn: 'যৌন শোষণ', hi: 'यौन शोषण' },
      ChildLabour: { en: 'Child labour', bn: 'শিশুশ্রম', hi: 'बाल मज़दूरी' },
      ForcedMarriage: { en: 'Forced marriage', bn: 'জোর করে বিয়ে', hi: 'जबरन शादी' },
      Servitude: { en: 'Servitude', bn: 'দাসত্ব', hi: 'ग़ुलामी' },
      ForcedMilitaryByNonStateActors: {
        en: 'Forced military (by non-state actors)',
        bn: 'সশস্ত্র দলে জোর করে নেওয়া (অরাষ্ট্রীয়)',
        hi: 'जबरन हथियारबंद गुट में (ग़ैर-सरकारी)',
      },
      OrganRemoval: { en: 'Organ removal', bn: 'অঙ্গ অপসারণ', hi: 'अंग निकालना' },
      ForcedBegging: { en: 'Forced begging', bn: 'জোর করে ভিক্ষা করানো', hi: 'जबरन भीख मँगवाना' },
      ForcedAdoption: { en: 'Forced adoption', bn: 'জোর করে দত্তক', hi: 'जबरन गोद' },
      Surrogacy: { en: 'Surrogacy', bn: 'সারোগেসি (গর্ভ ভাড়া)', hi: 'सरोगेसी (किराए की कोख)' },
      Other: recurring.other,
    },
    closingReasons: {
      graduated: recurring.graduated,
      moved: recurring.moved,
      declined_services: { en: 'Wants no more services', bn: 'আর সেবা চান না', hi: 'और सेवा नहीं चाहिए' },
      lost_contact: { en: 'Lost contact', bn: 'যোগাযোগ হারিয়ে গেছে', hi: 'संपर्क टूट गया' },
      died: { en: 'Died', bn: 'মারা গেছেন', hi: 'मृत्यु हो गई' },
      duplicate: { en: 'File existed twice', bn: 'একই কেস দুবার ছিল', hi: 'एक ही केस दो बार था' },
      other: recurring.other,
    },
    reopeningReasons: {
      new_need: { en: 'New need', bn: 'নতুন প্রয়োজন', hi: 'नई ज़रूरत' },
      retrafficked: { en: 'Trafficked again', bn: 'আবার পাচার', hi: 'दोबारा तस्करी' },
      other: recurring.other,
    },
  },
} as const satisfies RoomLabels<typeof caseKinds, typeof caseLists>
