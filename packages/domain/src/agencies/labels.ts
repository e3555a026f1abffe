import { type RoomLabels, recurring } from '../journal/index.ts'
import type { agencyKinds, agencyLists } from './kinds.ts'

/** The words of agencies. Their types carry the English labels of HTCDS 2.0 (IOM, CC BY 4.0), in sentence case. */
export const agencyLabels = {
  room: { en: 'Agencies', bn: 'সংস্থা', hi: 'संस्थाएँ' },
  kinds: {
    agency_registered: {
      label: { en: 'Agency', bn: 'সংস্থা', hi: 'संस्था' },
      fields: {
        name: recurring.name,
        type: { en: 'Kind of agency', bn: 'সংস্থার ধরন', hi: 'संस्था का प्रकार' },
        country: recurring.country,
        district: recurring.district,
      },
    },
    engagement_held: {
      label: { en: 'Work with an agency', bn: 'সংস্থার সঙ্গে কাজ', hi: 'संस्था के साथ काम' },
      fields: {
        form: recurring.channel,
        topic: { en: 'About', bn: 'কী নিয়ে', hi: 'किस बारे में' },
      },
    },
  },
  lists: {
    agencyTypes: {
      NGO: { en: 'NGO', bn: 'এনজিও', hi: 'एनजीओ' },
      LawEnforcement: { en: 'Law enforcement', bn: 'আইনশৃঙ্খলা বাহিনী', hi: 'क़ानून लागू करने वाली संस्था' },
      HealthServiceOrganisation: {
        en: 'Health service organisation',
        bn: 'স্বাস্থ্যসেবা সংস্থা',
        hi: 'स्वास्थ्य सेवा संस्था',
      },
      CentralGovernmentOrganisation: {
        en: 'Central government organisation',
        bn: 'কেন্দ্রীয় সরকারি সংস্থা',
        hi: 'केंद्र सरकार की संस्था',
      },
      LocalGovernmentOrganisation: {
        en: 'Local government organisation',
        bn: 'স্থানীয় সরকারি সংস্থা',
        hi: 'स्थानीय सरकार की संस्था',
      },
      ImmigrationService: { en: 'Immigration service', bn: 'ইমিগ্রেশন বিভাগ', hi: 'आप्रवासन विभाग' },
      LegalService: { en: 'Legal service', bn: 'আইনি সেবা সংস্থা', hi: 'क़ानूनी सेवा संस्था' },
      CorporateBusiness: { en: 'Corporate business', bn: 'ব্যবসা প্রতিষ্ঠান', hi: 'कारोबारी कंपनी' },
      SchoolOrCollege: { en: 'School or college', bn: 'স্কুল বা কলেজ', hi: 'स्कूल या कॉलेज' },
    },
    engagementForms: {
      meeting: { en: 'Meeting', bn: 'সভা', hi: 'बैठक' },
      letter: { en: 'Letter', bn: 'চিঠি', hi: 'चिट्ठी' },
      workshop: { en: 'Workshop', bn: 'কর্মশালা', hi: 'कार्यशाला' },
      joint_operation: { en: 'Joint operation', bn: 'যৌথ অভিযান', hi: 'साझा कार्रवाई' },
      mou: { en: 'Written agreement', bn: 'সমঝোতা স্মারক', hi: 'समझौता पत्र' },
      other: recurring.other,
    },
  },
} as const satisfies RoomLabels<typeof agencyKinds, typeof agencyLists>
