import type { CodeOf, Words } from '../journal/index.ts'
import type { repatriationLists } from './kinds.ts'

/** What each paper of the register is, by what it does and not by the number of a form. */
export const documentTypeLabels = {
  RD01: {
    en: 'Rescue memo or arrest record',
    bn: 'উদ্ধার বা গ্রেপ্তারের কাগজ',
    hi: 'बचाव या गिरफ़्तारी का काग़ज़',
  },
  RD02: { en: 'Court or committee order', bn: 'আদালত বা কমিটির আদেশ', hi: 'अदालत या समिति का आदेश' },
  RD03: {
    en: 'Statement before a magistrate',
    bn: 'ম্যাজিস্ট্রেটের কাছে জবানবন্দি',
    hi: 'मजिस्ट्रेट के सामने बयान',
  },
  RD04: { en: 'Medical or age report', bn: 'ডাক্তারি বা বয়সের প্রতিবেদন', hi: 'मेडिकल या उम्र की रिपोर्ट' },
  RD05: { en: 'Shelter admission', bn: 'আশ্রয়কেন্দ্রে ভর্তির কাগজ', hi: 'आश्रय गृह में दाख़िले का काग़ज़' },
  RD06: { en: 'Case history', bn: 'কেসের ইতিহাস', hi: 'केस का इतिहास' },
  RD07: {
    en: 'Photo and profile sent to the mission',
    bn: 'দূতাবাসে পাঠানো ছবি ও পরিচিতি',
    hi: 'दूतावास को भेजी फ़ोटो और परिचय',
  },
  RD08: { en: 'Home investigation report', bn: 'বাড়ির খোঁজের প্রতিবেদন', hi: 'घर की जाँच रिपोर्ट' },
  RD09: {
    en: 'Nationality verification report',
    bn: 'নাগরিকত্ব যাচাইয়ের প্রতিবেদন',
    hi: 'नागरिकता जाँच रिपोर्ट',
  },
  RD10: {
    en: 'Birth, identity or citizenship paper',
    bn: 'জন্মনিবন্ধন, এনআইডি বা নাগরিকত্ব সনদ',
    hi: 'जन्म, पहचान या नागरिकता प्रमाण पत्र',
  },
  RD11: { en: 'Parent’s application', bn: 'বাবা বা মায়ের আবেদন', hi: 'माता या पिता का आवेदन' },
  RD12: {
    en: 'Bangladesh government approval',
    bn: 'বাংলাদেশ সরকারের অনুমোদনপত্র',
    hi: 'बांग्लादेश सरकार की मंज़ूरी',
  },
  RD13: { en: 'Repatriation order', bn: 'প্রত্যাবাসনের আদেশ', hi: 'वतन वापसी का आदेश' },
  RD14: { en: 'Travel permit', bn: 'ট্রাভেল পারমিট', hi: 'यात्रा परमिट' },
  RD15: {
    en: 'Exit permit (NOC)',
    bn: 'ভারত ছাড়ার অনুমতি (এনওসি)',
    hi: 'भारत छोड़ने की अनुमति (एनओसी)',
  },
  RD16: {
    en: 'Undertaking to return as a witness',
    bn: 'সাক্ষ্য দিতে ফেরার অঙ্গীকার',
    hi: 'गवाही के लिए लौटने का वचन',
  },
  RD17: { en: 'Handover list', bn: 'হস্তান্তরের তালিকা', hi: 'सौंपने की सूची' },
  RD18: {
    en: 'Police diary entry at the border',
    bn: 'সীমান্ত থানার জিডি',
    hi: 'सीमा थाने की डायरी (जीडी)',
  },
  RD19: { en: 'Custody bond', bn: 'জিম্মানামা', hi: 'सुपुर्दगी का बंधपत्र' },
  RD20: {
    en: 'Agreement of handover to the family',
    bn: 'পরিবারের কাছে হস্তান্তরের চুক্তি',
    hi: 'परिवार को सौंपने का समझौता',
  },
  RD21: {
    en: 'Police case under the trafficking act',
    bn: 'মানব পাচার আইনে মামলা (এফআইআর)',
    hi: 'मानव तस्करी क़ानून में मुक़दमा (एफ़आईआर)',
  },
} as const satisfies Readonly<Record<CodeOf<typeof repatriationLists.documentTypes>, Words>>
