import { type ListLabels, recurring, type Words } from '../journal/index.ts'
import type { AuditEventName, auditEvents, auditLists } from './audit-events.ts'

/** The words of audit events. An event without words does not compile. */
export const auditLabels: Readonly<Record<AuditEventName, Words>> = {
  member_invited: { en: 'Invited', bn: 'আমন্ত্রণ করা হয়েছে', hi: 'बुलाया गया' },
  member_enrolled: { en: 'Joined', bn: 'যোগ দিয়েছেন', hi: 'शामिल हुए' },
  roles_changed: { en: 'Roles changed', bn: 'ভূমিকা বদলেছে', hi: 'भूमिका बदली' },
  member_suspended: { en: 'Suspended', bn: 'অনুমতি স্থগিত', hi: 'पहुँच रोकी गई' },
  member_restored: { en: 'Restored', bn: 'অনুমতি আবার চালু', hi: 'पहुँच फिर चालू' },
  case_assigned: { en: 'Case assigned', bn: 'কেসের দায়িত্ব দেওয়া হয়েছে', hi: 'केस सौंपा गया' },
  case_unassigned: { en: 'Assignment ended', bn: 'কেসের দায়িত্ব শেষ', hi: 'केस की ज़िम्मेदारी समाप्त' },
  break_glass_opened: { en: 'Case opened in need', bn: 'জরুরি প্রয়োজনে কেস খোলা', hi: 'ज़रूरत में केस खोला गया' },
  sealed_read: { en: 'Sealed part read', bn: 'সিল করা তথ্য পড়া হয়েছে', hi: 'सीलबंद जानकारी पढ़ी गई' },
  signed_in: { en: 'Signed in', bn: 'সাইন ইন', hi: 'साइन इन' },
  sign_in_failed: { en: 'Sign-in failed', bn: 'সাইন ইন হয়নি', hi: 'साइन इन नहीं हुआ' },
  signed_out: { en: 'Signed out', bn: 'সাইন আউট', hi: 'साइन आउट' },
  device_added: { en: 'Device added', bn: 'ডিভাইস যোগ হয়েছে', hi: 'डिवाइस जोड़ा गया' },
  device_approved: { en: 'Device approved', bn: 'ডিভাইস অনুমোদিত', hi: 'डिवाइस मंज़ूर' },
  device_locked: { en: 'Device locked', bn: 'ডিভাইসে তালা', hi: 'डिवाइस बंद किया गया' },
  device_wiped: { en: 'Device wiped', bn: 'ডিভাইস মোছা হয়েছে', hi: 'डिवाइस मिटाया गया' },
  passphrase_changed: { en: 'Passphrase changed', bn: 'পাসফ্রেজ বদলেছে', hi: 'पासफ़्रेज़ बदला' },
  recovery_used: { en: 'Recovery key used', bn: 'উদ্ধার-চাবি ব্যবহার হয়েছে', hi: 'बचाव कुंजी इस्तेमाल हुई' },
  key_version_made: { en: 'New key made', bn: 'নতুন চাবি তৈরি', hi: 'नई कुंजी बनी' },
  exported: { en: 'Records exported', bn: 'তথ্য বাইরে নেওয়া হয়েছে', hi: 'जानकारी बाहर निकाली गई' },
  imported: { en: 'Records imported', bn: 'তথ্য ভেতরে আনা হয়েছে', hi: 'जानकारी अंदर लाई गई' },
  index_searched: { en: 'Searched for duplicates', bn: 'একই ব্যক্তির কেস খোঁজা হয়েছে', hi: 'दोहरे केस खोजे गए' },
  quarantine_settled: {
    en: 'Late entry decided',
    bn: 'দেরিতে আসা তথ্যের সিদ্ধান্ত',
    hi: 'देर से आए तथ्य का निर्णय',
  },
  erased: { en: 'Records erased', bn: 'তথ্য মুছে ফেলা হয়েছে', hi: 'जानकारी मिटाई गई' },
}

type FieldName = { [Name in AuditEventName]: keyof (typeof auditEvents)[Name]['fields'] }[AuditEventName]

/** The words of the fields of audit events; the case has its words from the journal. */
export const auditFieldLabels: Readonly<Record<Exclude<FieldName, 'case'>, Words>> = {
  as: { en: 'In which role', bn: 'কোন ভূমিকায়', hi: 'किस भूमिका में' },
  candidates: { en: 'Possible duplicates', bn: 'সম্ভাব্য একই কেস', hi: 'संभावित दोहरे केस' },
  cases: { en: 'Cases', bn: 'কেসের সংখ্যা', hi: 'केसों की संख्या' },
  cause: { en: 'Cause', bn: 'কেন হয়েছে', hi: 'किस वजह से' },
  compartment: { en: 'Part of the file', bn: 'ফাইলের অংশ', hi: 'फ़ाइल का हिस्सा' },
  device: { en: 'Device', bn: 'ডিভাইস', hi: 'डिवाइस' },
  entries: { en: 'Entries', bn: 'তথ্যের সংখ্যা', hi: 'तथ्यों की संख्या' },
  entry: { en: 'Entry', bn: 'তথ্য', hi: 'तथ्य' },
  form: { en: 'As what', bn: 'কী হিসেবে', hi: 'किस रूप में' },
  key_version: { en: 'Number of the key', bn: 'চাবির নম্বর', hi: 'कुंजी का नंबर' },
  member: { en: 'Person', bn: 'কর্মী', hi: 'व्यक्ति' },
  offline: { en: 'Without network', bn: 'নেটওয়ার্ক ছাড়া', hi: 'बिना नेटवर्क' },
  outcome: recurring.outcome,
  reason: recurring.reason,
  remains: { en: 'What remains', bn: 'যা থেকে যায়', hi: 'क्या बचा' },
  roles: { en: 'Roles', bn: 'ভূমিকা', hi: 'भूमिकाएँ' },
  roles_before: { en: 'Roles before', bn: 'আগের ভূমিকা', hi: 'पहले की भूमिकाएँ' },
  sealed: { en: 'With sealed parts', bn: 'সিল করা তথ্যসহ', hi: 'सीलबंद जानकारी के साथ' },
  until: { en: 'Until', bn: 'কত দিন পর্যন্ত', hi: 'कब तक' },
  way: { en: 'By what means', bn: 'কীভাবে', hi: 'किस तरह' },
}

/** The words of the codes in audit events. A code without words does not compile. */
export const auditListLabels: ListLabels<typeof auditLists> = {
  suspensionReasons: {
    left: { en: 'Left the organisation', bn: 'সংস্থা ছেড়েছেন', hi: 'संस्था छोड़ दी' },
    long_leave: { en: 'Long leave', bn: 'লম্বা ছুটি', hi: 'लंबी छुट्टी' },
    lost_device: {
      en: 'Device lost or taken',
      bn: 'ডিভাইস হারিয়েছে বা কেড়ে নেওয়া',
      hi: 'डिवाइस खोया या छीना गया',
    },
    misconduct: { en: 'Broke the rules', bn: 'নিয়ম ভেঙেছেন', hi: 'नियम तोड़े' },
    other: recurring.other,
  },
  breakGlassReasons: {
    danger_to_life: { en: 'Danger to life', bn: 'প্রাণের ঝুঁকি', hi: 'जान का ख़तरा' },
    worker_away: { en: 'Her worker is away', bn: 'দায়িত্বের কর্মী নেই', hi: 'ज़िम्मेदार कर्मी नहीं हैं' },
    court_or_police: { en: 'Court or police asks', bn: 'আদালত বা পুলিশ চেয়েছে', hi: 'अदालत या पुलिस ने माँगा' },
    complaint: { en: 'Complaint', bn: 'অভিযোগ', hi: 'शिकायत' },
    other: recurring.other,
  },
  signInWays: {
    passphrase: { en: 'Passphrase', bn: 'পাসফ্রেজ', hi: 'पासफ़्रेज़' },
    passkey: { en: 'Passkey', bn: 'পাসকি', hi: 'पासकी' },
  },
  signInFailures: {
    wrong_passphrase: { en: 'Wrong passphrase', bn: 'ভুল পাসফ্রেজ', hi: 'ग़लत पासफ़्रेज़' },
    wrong_code: { en: 'Wrong code', bn: 'ভুল কোড', hi: 'ग़लत कोड' },
    suspended: { en: 'Suspended', bn: 'অনুমতি স্থগিত', hi: 'पहुँच रोकी गई' },
    too_many: { en: 'Too many attempts', bn: 'অনেকবার চেষ্টা', hi: 'बहुत ज़्यादा कोशिशें' },
  },
  wipeCauses: {
    asked: { en: 'The office asked for it', bn: 'অফিস থেকে বলা হয়েছে', hi: 'दफ़्तर ने कहा' },
    access_ended: { en: 'Access ended', bn: 'অনুমতি শেষ', hi: 'पहुँच समाप्त' },
    wrong_attempts: { en: 'Wrong attempts', bn: 'ভুল চেষ্টা', hi: 'ग़लत कोशिशें' },
  },
  recoveryWays: {
    whole_key: { en: 'Whole key', bn: 'পুরো চাবি', hi: 'पूरी कुंजी' },
    two_of_three: { en: 'Two of three shares', bn: 'তিন ভাগের দুই ভাগ', hi: 'तीन में से दो हिस्से' },
  },
  keyCauses: {
    first: { en: 'First key', bn: 'প্রথম চাবি', hi: 'पहली कुंजी' },
    access_ended: { en: 'Somebody’s access ended', bn: 'কারও অনুমতি শেষ', hi: 'किसी की पहुँच समाप्त' },
    key_exposed: { en: 'Key may be known', bn: 'চাবি ফাঁস হতে পারে', hi: 'कुंजी खुल गई हो सकती है' },
  },
  exportForms: {
    line_list: { en: 'Line list', bn: 'সারি-তালিকা', hi: 'पंक्ति-सूची' },
    workbook: { en: 'Workbook', bn: 'ওয়ার্কবুক', hi: 'वर्कबुक' },
    report: { en: 'Report', bn: 'প্রতিবেদন', hi: 'रिपोर्ट' },
    backup: { en: 'Backup', bn: 'ব্যাকআপ', hi: 'बैकअप' },
  },
  quarantineOutcomes: {
    taken: { en: 'Taken in', bn: 'নেওয়া হয়েছে', hi: 'ले लिया गया' },
    set_aside: { en: 'Set aside', bn: 'সরিয়ে রাখা হয়েছে', hi: 'अलग रखा गया' },
  },
  erasureReasons: {
    survivor_asked: { en: 'The survivor asked', bn: 'সারভাইভার চেয়েছেন', hi: 'सर्वाइवर ने कहा' },
    time_over: { en: 'Its time is over', bn: 'রাখার মেয়াদ শেষ', hi: 'रखने का समय पूरा' },
    court: { en: 'A court ordered it', bn: 'আদালতের আদেশ', hi: 'अदालत का आदेश' },
  },
  erasureRemains: {
    coded_facts: { en: 'Coded facts', bn: 'কোড করা তথ্য', hi: 'कोड वाली जानकारी' },
    nothing: { en: 'Nothing', bn: 'কিছুই না', hi: 'कुछ नहीं' },
  },
}
