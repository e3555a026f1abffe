import { type RoomLabels, recurring } from '../journal/index.ts'
import { documentTypeLabels } from './document-type-labels.ts'
import type { repatriationKinds, repatriationLists } from './kinds.ts'

const stage = { en: 'Stage', bn: 'ধাপ', hi: 'चरण' }

export const repatriationLabels = {
  room: { en: 'The road home', bn: 'ঘরে ফেরার পথ', hi: 'घर वापसी का रास्ता' },
  kinds: {
    repatriation_stage: {
      label: { en: 'Stage of the road home', bn: 'ঘরে ফেরার ধাপ', hi: 'घर वापसी का चरण' },
      fields: {
        stage,
        waiting_on: { en: 'Waiting for', bn: 'কার অপেক্ষায়', hi: 'किसका इंतज़ार' },
        checkpoint: { en: 'Border crossing', bn: 'কোন সীমান্ত দিয়ে', hi: 'किस सीमा से' },
        note: recurring.note,
      },
    },
    repatriation_blocked: {
      label: { en: 'Stuck', bn: 'আটকে আছে', hi: 'अटका हुआ' },
      fields: { stage, reason: recurring.reason, note: recurring.note },
    },
    repatriation_unblocked: {
      label: { en: 'Moving again', bn: 'আবার এগোচ্ছে', hi: 'फिर आगे बढ़ा' },
      fields: { stage },
    },
    repatriation_chased: {
      label: { en: 'Chased', bn: 'তাগিদ দেওয়া হয়েছে', hi: 'याद दिलाया गया' },
      fields: {
        stage,
        agency_code: recurring.agency,
        channel: recurring.channel,
        answered: { en: 'Answered', bn: 'উত্তর এসেছে কি না', hi: 'जवाब मिला या नहीं' },
        note: recurring.note,
      },
    },
    document_registered: {
      label: { en: 'Document', bn: 'কাগজ', hi: 'काग़ज़' },
      fields: {
        document_type: { en: 'Which document', bn: 'কোন কাগজ', hi: 'कौन सा काग़ज़' },
        issuer: { en: 'Issued by', bn: 'কে দিয়েছে', hi: 'किसने जारी किया' },
        issued_on: { en: 'Issued on', bn: 'কবে দেওয়া', hi: 'कब जारी हुआ' },
        valid_until: recurring.expiresOn,
        original: { en: 'Original', bn: 'মূল কপি কি না', hi: 'मूल प्रति है या नहीं' },
        number: { en: 'Number', bn: 'নম্বর', hi: 'नंबर' },
        holder: { en: 'Who keeps it', bn: 'কার কাছে আছে', hi: 'किसके पास है' },
        scan: { en: 'Picture of it', bn: 'কাগজের ছবি', hi: 'काग़ज़ की तस्वीर' },
      },
    },
    address_clue: {
      label: { en: 'Clue to the home address', bn: 'ঠিকানার সূত্র', hi: 'पते का सुराग' },
      fields: {
        source: { en: 'From whom', bn: 'কার কাছ থেকে', hi: 'किससे मिला' },
        outcome: recurring.outcome,
        clue: { en: 'Clue', bn: 'সূত্র', hi: 'सुराग' },
      },
    },
  },
  lists: {
    stages: {
      lead: { en: 'First word of her or him', bn: 'প্রথম খবর', hi: 'पहली ख़बर' },
      rescued_or_detained: { en: 'Rescued or detained', bn: 'উদ্ধার বা আটক', hi: 'बचाए गए या हिरासत में' },
      victim_status: { en: 'Victim status', bn: 'ভুক্তভোগী হিসেবে স্বীকৃতি', hi: 'पीड़ित के रूप में मान्यता' },
      sheltered: { en: 'In a shelter', bn: 'আশ্রয়কেন্দ্রে', hi: 'आश्रय गृह में' },
      statement: { en: 'Statement', bn: 'জবানবন্দি', hi: 'बयान' },
      identity_clues: { en: 'Clues to identity', bn: 'পরিচয়ের সূত্র', hi: 'पहचान के सुराग' },
      home_investigation: { en: 'Home investigation', bn: 'বাড়ির খোঁজখবর', hi: 'घर की जाँच' },
      nationality_verification: { en: 'Nationality check', bn: 'নাগরিকত্ব যাচাই', hi: 'नागरिकता की जाँच' },
      bd_clearance: { en: 'Bangladesh clearance', bn: 'বাংলাদেশের ছাড়পত্র', hi: 'बांग्लादेश की मंज़ूरी' },
      repatriation_order: { en: 'Repatriation order', bn: 'প্রত্যাবাসনের আদেশ', hi: 'वतन वापसी का आदेश' },
      travel_permit: { en: 'Travel permit', bn: 'ট্রাভেল পারমিট', hi: 'यात्रा परमिट' },
      exit_permit: { en: 'Exit permit', bn: 'ভারত ছাড়ার অনুমতি', hi: 'भारत छोड़ने की अनुमति' },
      transfer_to_border: { en: 'On the way to the border', bn: 'সীমান্তের পথে', hi: 'सीमा के रास्ते में' },
      handover: { en: 'Handover at the border', bn: 'সীমান্তে হস্তান্তর', hi: 'सीमा पर सौंपना' },
      reception: { en: 'Received in Bangladesh', bn: 'বাংলাদেশে গ্রহণ', hi: 'बांग्लादेश में स्वागत' },
      immediate_care: { en: 'First care', bn: 'প্রথম সেবা', hi: 'पहली देखभाल' },
      family_reunion: { en: 'Home with the family', bn: 'পরিবারের কাছে ফেরা', hi: 'परिवार के पास वापसी' },
      alternative_placement: { en: 'Another home', bn: 'অন্য ঘরে থাকা', hi: 'दूसरे घर में' },
      closed_other: { en: 'Ended another way', bn: 'অন্যভাবে শেষ', hi: 'दूसरी तरह समाप्त' },
    },
    checkpoints: {
      benapole: { en: 'Benapole', bn: 'বেনাপোল', hi: 'बेनापोल' },
      tamabil: { en: 'Tamabil', bn: 'তামাবিল', hi: 'तामाबिल' },
      darshana: { en: 'Darshana', bn: 'দর্শনা', hi: 'दर्शना' },
      other: recurring.other,
    },
    blockReasons: {
      address_unknown: { en: 'Address not known', bn: 'ঠিকানা জানা নেই', hi: 'पता मालूम नहीं' },
      cannot_identify_home: { en: 'Home not recognised', bn: 'বাড়ি চেনা যাচ্ছে না', hi: 'घर पहचाना नहीं गया' },
      needed_as_witness: { en: 'Needed as a witness', bn: 'সাক্ষ্য দিতে হবে', hi: 'गवाही के लिए ज़रूरी' },
      enquiry_not_done: { en: 'Enquiry not done', bn: 'তদন্ত হয়নি', hi: 'पूछताछ नहीं हुई' },
      no_documents: { en: 'No documents', bn: 'কাগজপত্র নেই', hi: 'काग़ज़ात नहीं' },
      family_refuses: { en: 'Family not ready', bn: 'পরিবার রাজি নয়', hi: 'परिवार राज़ी नहीं' },
      border_closed: { en: 'Border closed', bn: 'সীমান্ত বন্ধ', hi: 'सीमा बंद' },
      permit_expired: { en: 'Permit ran out', bn: 'পারমিটের মেয়াদ শেষ', hi: 'परमिट की मियाद ख़त्म' },
      court_reluctant: { en: 'Court has not agreed', bn: 'আদালত রাজি হয়নি', hi: 'अदालत राज़ी नहीं हुई' },
      other: recurring.other,
    },
    chaseChannels: {
      letter: { en: 'By letter', bn: 'চিঠিতে', hi: 'चिट्ठी से' },
      phone: recurring.phone,
      email: { en: 'By email', bn: 'ইমেইলে', hi: 'ईमेल से' },
      visit: recurring.visit,
      meeting: { en: 'In a meeting', bn: 'সভায়', hi: 'बैठक में' },
    },
    documentTypes: documentTypeLabels,
    clueSources: {
      survivor: recurring.survivor,
      family: recurring.family,
      police: recurring.police,
      other: recurring.other,
    },
    clueOutcomes: {
      open: { en: 'Not yet known', bn: 'এখনও জানা যায়নি', hi: 'अभी पता नहीं' },
      matched: { en: 'It fits', bn: 'মিলেছে', hi: 'मेल खाया' },
      ruled_out: { en: 'It does not fit', bn: 'মেলেনি', hi: 'मेल नहीं खाया' },
    },
  },
} as const satisfies RoomLabels<typeof repatriationKinds, typeof repatriationLists>
