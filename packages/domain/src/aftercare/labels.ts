import { type RoomLabels, recurring } from '../journal/index.ts'
import type { aftercareKinds, aftercareLists } from './kinds.ts'

export const aftercareLabels = {
  room: { en: 'Aftercare', bn: 'পরবর্তী সেবা', hi: 'देखभाल' },
  kinds: {
    aftercare_enrolled: {
      label: { en: 'Aftercare started', bn: 'পরবর্তী সেবা শুরু', hi: 'देखभाल शुरू' },
      fields: {
        intensity: { en: 'How close the support is', bn: 'কতটা নিবিড় সহায়তা', hi: 'कितनी गहन सहायता' },
        caseworker: { en: 'Caseworker', bn: 'কেসকর্মী', hi: 'केसवर्कर' },
      },
    },
    aftercare_ended: {
      label: { en: 'Aftercare ended', bn: 'পরবর্তী সেবা শেষ', hi: 'देखभाल समाप्त' },
      fields: { reason: recurring.reason },
    },
    plan_goal: {
      label: { en: 'Goal', bn: 'লক্ষ্য', hi: 'लक्ष्य' },
      fields: {
        goal_id: { en: 'Goal number', bn: 'লক্ষ্যের নম্বর', hi: 'लक्ष्य का नंबर' },
        domain: { en: 'Area of life', bn: 'জীবনের দিক', hi: 'जीवन का पहलू' },
        due_on: recurring.dueOn,
        status: recurring.status,
        goal: { en: 'What she or he wants to reach', bn: 'সারভাইভার কী চান', hi: 'सर्वाइवर क्या चाहते हैं' },
      },
    },
    follow_up: {
      label: { en: 'Follow-up', bn: 'ফলো-আপ', hi: 'फ़ॉलो-अप' },
      fields: {
        channel: recurring.channel,
        reached: { en: 'Who was reached', bn: 'কার সঙ্গে যোগাযোগ হয়েছে', hi: 'किससे संपर्क हुआ' },
        safe: { en: 'Safe', bn: 'নিরাপদ কি না', hi: 'सुरक्षित हैं या नहीं' },
        due_on: recurring.dueOn,
        risk_flags: { en: 'Signs of risk', bn: 'ঝুঁকির লক্ষণ', hi: 'जोखिम के संकेत' },
        narrative: { en: 'How she or he is', bn: 'কেমন আছেন', hi: 'कैसे हैं' },
      },
    },
    risk_raised: {
      label: { en: 'Risk seen', bn: 'ঝুঁকি দেখা গেছে', hi: 'जोखिम दिखा' },
      fields: {
        risk_id: { en: 'Risk number', bn: 'ঝুঁকির নম্বর', hi: 'जोखिम का नंबर' },
        flag: { en: 'What the risk is', bn: 'কী ঝুঁকি', hi: 'क्या जोखिम है' },
        level: { en: 'How high', bn: 'কতটা ঝুঁকি', hi: 'कितना जोखिम' },
        note: recurring.note,
      },
    },
    risk_resolved: {
      label: { en: 'Risk resolved', bn: 'ঝুঁকি কেটেছে', hi: 'जोखिम टला' },
      fields: {
        risk_id: { en: 'Risk number', bn: 'ঝুঁকির নম্বর', hi: 'जोखिम का नंबर' },
        action: { en: 'What was done', bn: 'কী করা হয়েছে', hi: 'क्या किया गया' },
        note: recurring.note,
      },
    },
    service_given: {
      label: { en: 'Service', bn: 'সেবা', hi: 'सेवा' },
      fields: {
        service: { en: 'Which service', bn: 'কোন সেবা', hi: 'कौन सी सेवा' },
        provider: recurring.provider,
        outcome: recurring.outcome,
        note: recurring.note,
      },
    },
    graduation_decided: {
      label: { en: 'Graduation decided', bn: 'সহায়তা সম্পন্নের সিদ্ধান্ত', hi: 'सहायता पूरी होने का फ़ैसला' },
      fields: {
        approved: { en: 'Approved by the team', bn: 'দলের অনুমোদন', hi: 'टीम की मंज़ूरी' },
        accepted_by_survivor: recurring.accepted,
        approved_by: { en: 'Who approved', bn: 'কে অনুমোদন করেছেন', hi: 'किसने मंज़ूरी दी' },
        note: recurring.note,
      },
    },
    retrafficking_reported: {
      label: { en: 'Trafficked again', bn: 'আবার পাচার', hi: 'दोबारा तस्करी' },
      fields: {
        incident_id: { en: 'Incident number', bn: 'ঘটনার নম্বর', hi: 'घटना का नंबर' },
        status: recurring.status,
        note: recurring.note,
      },
    },
  },
  lists: {
    intensities: {
      intensive: { en: 'Intensive', bn: 'নিবিড়', hi: 'गहन' },
      light: { en: 'Light', bn: 'হালকা', hi: 'हल्की' },
    },
    endingReasons: {
      graduated: recurring.graduated,
      closed: { en: 'Case closed', bn: 'কেস বন্ধ', hi: 'केस बंद' },
      transferred: {
        en: 'Now with another agency',
        bn: 'এখন অন্য সংস্থার সেবায়',
        hi: 'अब दूसरी संस्था के साथ',
      },
      other: recurring.other,
    },
    goalDomains: {
      safety: { en: 'Safety', bn: 'নিরাপত্তা', hi: 'सुरक्षा' },
      housing: { en: 'A place to live', bn: 'থাকার জায়গা', hi: 'रहने की जगह' },
      physical_health: { en: 'Physical health', bn: 'শরীরের স্বাস্থ্য', hi: 'शरीर की सेहत' },
      mind: { en: 'Wellbeing of mind', bn: 'মনের সুস্থতা', hi: 'मन की सेहत' },
      money_work_school: {
        en: 'Money, work or school',
        bn: 'টাকা, কাজ বা পড়াশোনা',
        hi: 'पैसा, काम या पढ़ाई',
      },
      family: recurring.family,
      community: { en: 'Community', bn: 'সমাজ', hi: 'समुदाय' },
      rights_documents: {
        en: 'Rights and documents',
        bn: 'অধিকার ও কাগজপত্র',
        hi: 'अधिकार और काग़ज़ात',
      },
    },
    goalStatuses: {
      open: { en: 'Not started', bn: 'শুরু হয়নি', hi: 'शुरू नहीं हुआ' },
      in_progress: { en: 'In progress', bn: 'চলছে', hi: 'चल रहा है' },
      met: { en: 'Reached', bn: 'পূরণ হয়েছে', hi: 'पूरा हुआ' },
      dropped: { en: 'Given up', bn: 'বাদ দেওয়া হয়েছে', hi: 'छोड़ दिया' },
    },
    followUpChannels: {
      home_visit: { en: 'Home visit', bn: 'বাড়িতে গিয়ে', hi: 'घर जाकर' },
      office: { en: 'At the office', bn: 'অফিসে', hi: 'दफ़्तर में' },
      phone: recurring.phone,
      video: { en: 'By video call', bn: 'ভিডিও কলে', hi: 'वीडियो कॉल पर' },
      group: recurring.group,
    },
    reached: {
      survivor: recurring.survivor,
      trusted_person: { en: 'A person she or he trusts', bn: 'বিশ্বস্ত কেউ', hi: 'भरोसे का कोई व्यक्ति' },
      rumour: { en: 'Only hearsay', bn: 'শুধু শোনা কথা', hi: 'सिर्फ़ सुनी-सुनाई बात' },
      nobody: { en: 'Nobody', bn: 'কেউ না', hi: 'कोई नहीं' },
    },
    riskLevels: {
      low: { en: 'Low', bn: 'কম', hi: 'कम' },
      medium: { en: 'Medium', bn: 'মাঝারি', hi: 'मध्यम' },
      high: { en: 'High', bn: 'বেশি', hi: 'ज़्यादा' },
    },
    services: {
      psychosocial: { en: 'Psychosocial support', bn: 'মনোসামাজিক সহায়তা', hi: 'मनोसामाजिक सहायता' },
      health: { en: 'Health care', bn: 'স্বাস্থ্যসেবা', hi: 'स्वास्थ्य सेवा' },
      legal: { en: 'Legal help', bn: 'আইনি সহায়তা', hi: 'क़ानूनी मदद' },
      shelter: { en: 'Shelter', bn: 'আশ্রয়', hi: 'आश्रय' },
      education: { en: 'School', bn: 'পড়াশোনা', hi: 'पढ़ाई' },
      vocational: { en: 'Skills training', bn: 'কাজ শেখার প্রশিক্ষণ', hi: 'हुनर का प्रशिक्षण' },
      livelihood: { en: 'Livelihood', bn: 'জীবিকা', hi: 'आजीविका' },
      documents: recurring.documents,
      family_mediation: {
        en: 'Talks with the family',
        bn: 'পরিবারের সঙ্গে মধ্যস্থতা',
        hi: 'परिवार के साथ सुलह की बातचीत',
      },
      other: recurring.other,
    },
    serviceOutcomes: {
      provided: { en: 'Given', bn: 'দেওয়া হয়েছে', hi: 'दी गई' },
      referred: recurring.referred,
      completed: { en: 'Completed', bn: 'সম্পূর্ণ হয়েছে', hi: 'पूरी हुई' },
      declined_by_survivor: { en: 'Survivor did not want it', bn: 'সারভাইভার চাননি', hi: 'सर्वाइवर ने नहीं चाही' },
      unavailable: { en: 'Not available', bn: 'সেবাটি পাওয়া যায়নি', hi: 'सेवा नहीं मिल पाई' },
    },
    incidentStatuses: {
      suspected: { en: 'Suspected', bn: 'সন্দেহ', hi: 'शक' },
      confirmed: { en: 'Confirmed', bn: 'নিশ্চিত', hi: 'पक्का' },
      ruled_out: { en: 'Ruled out', bn: 'ঘটেনি, জানা গেছে', hi: 'नहीं हुआ, पता चला' },
    },
  },
} as const satisfies RoomLabels<typeof aftercareKinds, typeof aftercareLists>
