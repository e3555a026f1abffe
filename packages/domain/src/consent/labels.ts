import { type RoomLabels, recurring } from '../journal/index.ts'
import type { consentKinds, consentLists } from './kinds.ts'

const purpose = { en: 'What for', bn: 'কীসের জন্য', hi: 'किस लिए' }
const recipient = { en: 'Shared with', bn: 'কাকে জানানো যাবে', hi: 'किसे बताया जा सकता है' }

/** The words of consent. The seven points follow IOM's guidance on consent in HTCDS 2.0 (CC BY 4.0), shortened. */
export const consentLabels = {
  room: { en: 'Consent', bn: 'সম্মতি', hi: 'सहमति' },
  kinds: {
    consent_given: {
      label: { en: 'Consent given', bn: 'সম্মতি দিয়েছেন', hi: 'सहमति दी' },
      fields: {
        purpose,
        recipient,
        expires_on: recurring.expiresOn,
        given_by: { en: 'Given by', bn: 'কে সম্মতি দিয়েছেন', hi: 'किसने सहमति दी' },
        assent: { en: 'The child agrees', bn: 'শিশু নিজে রাজি', hi: 'बच्चा ख़ुद राज़ी है' },
        consents_to_interview: {
          en: 'Agrees to the interview',
          bn: 'সাক্ষাৎকারে রাজি',
          hi: 'साक्षात्कार के लिए राज़ी',
        },
        informed_of_purpose: {
          en: 'Knows why we ask',
          bn: 'কেন জানতে চাই, বলা হয়েছে',
          hi: 'बताया कि हम क्यों पूछते हैं',
        },
        informed_of_use: {
          en: 'Knows how answers are used',
          bn: 'তথ্য কী কাজে লাগবে, বলা হয়েছে',
          hi: 'बताया कि जानकारी किस काम आएगी',
        },
        informed_of_research_use: {
          en: 'Knows about use in research',
          bn: 'গবেষণায় ব্যবহারের কথা বলা হয়েছে',
          hi: 'शोध में उपयोग के बारे में बताया',
        },
        informed_of_right_to_data: {
          en: 'Knows the right to see and correct it',
          bn: 'তথ্য দেখা ও ঠিক করার অধিকার বলা হয়েছে',
          hi: 'जानकारी देखने और सुधारने का हक़ बताया',
        },
        informed_of_storage_period: {
          en: 'Knows how long it is kept',
          bn: 'তথ্য কতদিন থাকবে, বলা হয়েছে',
          hi: 'बताया कि जानकारी कब तक रहेगी',
        },
        informed_of_withdrawal: {
          en: 'Knows how to take it back',
          bn: 'সম্মতি ফিরিয়ে নেওয়ার কথা বলা হয়েছে',
          hi: 'सहमति वापस लेने के बारे में बताया',
        },
        guardian: { en: 'Guardian', bn: 'অভিভাবক', hi: 'अभिभावक' },
        signature: { en: 'Signature', bn: 'স্বাক্ষর', hi: 'हस्ताक्षर' },
        voice: { en: 'Voice recording', bn: 'কণ্ঠের রেকর্ড', hi: 'आवाज़ की रिकॉर्डिंग' },
      },
    },
    consent_withdrawn: {
      label: { en: 'Consent taken back', bn: 'সম্মতি ফিরিয়ে নিয়েছেন', hi: 'सहमति वापस ली' },
      fields: { purpose, recipient, reason: recurring.reason },
    },
  },
  lists: {
    purposes: {
      services: { en: 'Services from us', bn: 'আমাদের সেবা', hi: 'हमारी सेवाएँ' },
      referral: { en: 'Referral', bn: 'রেফারেল', hi: 'रेफ़रल' },
      legal: { en: 'Legal steps', bn: 'আইনি পদক্ষেপ', hi: 'क़ानूनी कार्रवाई' },
      media: { en: 'Media', bn: 'গণমাধ্যম', hi: 'मीडिया' },
      research: { en: 'Research', bn: 'গবেষণা', hi: 'शोध' },
      photo: { en: 'Photo', bn: 'ছবি', hi: 'फ़ोटो' },
      peer_mentor: { en: 'Peer mentor', bn: 'সহ-মেন্টর', hi: 'साथी-मेंटर' },
      statistics: { en: 'Statistics without names', bn: 'নাম ছাড়া পরিসংখ্যান', hi: 'बिना नाम के आँकड़े' },
    },
    givers: {
      self: { en: 'Herself or himself', bn: 'নিজে', hi: 'ख़ुद' },
      guardian: { en: 'Guardian', bn: 'অভিভাবক', hi: 'अभिभावक' },
    },
  },
} as const satisfies RoomLabels<typeof consentKinds, typeof consentLists>
