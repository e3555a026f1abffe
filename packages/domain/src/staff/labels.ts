import { recurring, type Words } from '../journal/index.ts'
import type { ReachReason } from './access.ts'
import { type AuditEventName, auditLists } from './audit-events.ts'
import { auditFieldLabels, auditLabels, auditListLabels } from './audit-labels.ts'
import type { Duty, Reach, Role } from './roles.ts'

/** What the room is called. */
export const staffWords: Words = { en: 'People and access', bn: 'কর্মী ও অনুমতি', hi: 'लोग और पहुँच' }

const roleLabels: Readonly<Record<Role, Words>> = {
  caseworker: { en: 'Caseworker', bn: 'কেসকর্মী', hi: 'केसवर्कर' },
  counsellor: { en: 'Counsellor', bn: 'কাউন্সেলর', hi: 'काउंसलर' },
  health_worker: { en: 'Health worker', bn: 'স্বাস্থ্যকর্মী', hi: 'स्वास्थ्यकर्मी' },
  legal_officer: { en: 'Legal officer', bn: 'আইন কর্মকর্তা', hi: 'क़ानूनी अधिकारी' },
  livelihoods_officer: { en: 'Livelihoods officer', bn: 'জীবিকা কর্মকর্তা', hi: 'आजीविका अधिकारी' },
  repatriation_officer: { en: 'Repatriation officer', bn: 'প্রত্যাবাসন কর্মকর্তা', hi: 'घर वापसी अधिकारी' },
  peer_mentor: { en: 'Peer mentor', bn: 'সহ-মেন্টর', hi: 'साथी-मेंटर' },
  training_officer: { en: 'Training officer', bn: 'প্রশিক্ষণ কর্মকর্তা', hi: 'प्रशिक्षण अधिकारी' },
  supervisor: { en: 'Supervisor', bn: 'তত্ত্বাবধায়ক', hi: 'पर्यवेक्षक' },
  clinical_supervisor: {
    en: 'Clinical supervisor',
    bn: 'কাউন্সেলিংয়ের তত্ত্বাবধায়ক',
    hi: 'काउंसलिंग पर्यवेक्षक',
  },
  me_officer: { en: 'Monitoring officer', bn: 'মনিটরিং কর্মকর্তা', hi: 'निगरानी अधिकारी' },
  director: { en: 'Director', bn: 'পরিচালক', hi: 'निदेशक' },
  data_protection_lead: { en: 'Data protection lead', bn: 'তথ্য সুরক্ষার দায়িত্বে', hi: 'डेटा सुरक्षा प्रमुख' },
  partner_officer: { en: 'Partner officer', bn: 'সহযোগী সংস্থার কর্মকর্তা', hi: 'साझेदार संस्था के अधिकारी' },
  evaluator: { en: 'Evaluator', bn: 'মূল্যায়নকারী', hi: 'मूल्यांकनकर्ता' },
}

const reachLabels: Readonly<Record<Reach, Words>> = {
  assigned: { en: 'Assigned cases', bn: 'নিজের দায়িত্বের কেস', hi: 'सौंपे गए केस' },
  own_pairs: { en: 'Card of own pairs', bn: 'নিজের জুটির কার্ড', hi: 'अपनी जोड़ियों का कार्ड' },
  every_case_coded: {
    en: 'Every case, coded facts only',
    bn: 'সব কেস, শুধু কোড করা তথ্য',
    hi: 'सभी केस, केवल कोड वाली जानकारी',
  },
  none: { en: 'No cases', bn: 'কোনো কেস নয়', hi: 'कोई केस नहीं' },
}

const reachReasonLabels: Readonly<Record<ReachReason, Words>> = {
  assigned: { en: 'Assigned', bn: 'দায়িত্ব দেওয়া', hi: 'सौंपा गया' },
  own_pair: { en: 'Own pair', bn: 'নিজের জুটি', hi: 'अपनी जोड़ी' },
  break_glass: { en: 'Opened in need', bn: 'জরুরি প্রয়োজনে খোলা', hi: 'ज़रूरत में खोला गया' },
  every_case: { en: 'Sees coded facts of all', bn: 'সবার কোড করা তথ্য দেখেন', hi: 'सबकी कोड वाली जानकारी' },
}

const dutyLabels: Readonly<Record<Duty, Words>> = {
  invite_members: { en: 'Invite people', bn: 'কর্মীকে আমন্ত্রণ করা', hi: 'लोगों को बुलाना' },
  give_roles: { en: 'Give roles', bn: 'ভূমিকা দেওয়া', hi: 'भूमिका देना' },
  suspend_members: { en: 'Suspend people', bn: 'কর্মীর অনুমতি স্থগিত করা', hi: 'पहुँच रोकना' },
  assign_cases: { en: 'Assign cases', bn: 'কেসের দায়িত্ব দেওয়া', hi: 'केस सौंपना' },
  see_access: { en: 'See who may see what', bn: 'কে কী দেখতে পারেন তা দেখা', hi: 'कौन क्या देख सकता है, देखना' },
  break_glass: { en: 'Open a case in need', bn: 'জরুরি প্রয়োজনে কেস খোলা', hi: 'ज़रूरत में केस खोलना' },
  settle_quarantine: {
    en: 'Decide on late entries',
    bn: 'দেরিতে আসা তথ্যের সিদ্ধান্ত',
    hi: 'देर से आए तथ्यों का निर्णय',
  },
  read_audit: { en: 'Read the audit journal', bn: 'নজরদারির খাতা পড়া', hi: 'निगरानी बही पढ़ना' },
  approve_devices: { en: 'Approve devices', bn: 'ডিভাইস অনুমোদন করা', hi: 'डिवाइस मंज़ूर करना' },
  lock_devices: { en: 'Lock and wipe devices', bn: 'ডিভাইস তালা দেওয়া ও মোছা', hi: 'डिवाइस बंद करना और मिटाना' },
  use_recovery: { en: 'Use the recovery key', bn: 'উদ্ধার-চাবি ব্যবহার করা', hi: 'बचाव कुंजी इस्तेमाल करना' },
  erase: { en: 'Erase a person’s records', bn: 'কারও তথ্য মুছে ফেলা', hi: 'किसी की जानकारी मिटाना' },
  see_figures: { en: 'See the figures', bn: 'হিসাব দেখা', hi: 'आँकड़े देखना' },
  set_targets: { en: 'Set targets', bn: 'লক্ষ্যমাত্রা ঠিক করা', hi: 'लक्ष्य तय करना' },
  export_records: { en: 'Export records', bn: 'তথ্য বাইরে নেওয়া', hi: 'जानकारी बाहर निकालना' },
}

/** What a role is called. */
export function roleWords(role: Role): Words {
  return roleLabels[role]
}

/** Which cases a role reaches, in words. */
export function reachWords(reach: Reach): Words {
  return reachLabels[reach]
}

/** Why somebody reaches a case, in words. */
export function reachReasonWords(reason: ReachReason): Words {
  return reachReasonLabels[reason]
}

/** What somebody is charged with, in words. */
export function dutyWords(duty: Duty): Words {
  return dutyLabels[duty]
}

/** What an event of the audit journal is called. */
export function auditEventWords(name: AuditEventName): Words {
  return auditLabels[name]
}

/** What a field of an audit event is called. Throws when no event has it. */
export function auditFieldWords(field: string): Words {
  if (field === 'case') return recurring.case
  const words = Object.hasOwn(auditFieldLabels, field)
    ? auditFieldLabels[field as keyof typeof auditFieldLabels]
    : undefined
  if (words === undefined) throw new Error('no such field')
  return words
}

/** What a code of an audit list is called, by the name of its list; undefined when the list has no such code. */
export function auditCodeWords(listName: string, code: string): Words | undefined {
  const key = (Object.keys(auditLists) as (keyof typeof auditLists)[]).find(
    (name) => auditLists[name].name === listName,
  )
  const words: Readonly<Record<string, Words>> = key === undefined ? {} : auditListLabels[key]
  return Object.hasOwn(words, code) ? words[code] : undefined
}
