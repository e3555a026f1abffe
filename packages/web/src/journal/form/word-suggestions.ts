import type { Words } from '@sathi/domain/journal'

/** A code word with what it is called, so that nobody needs to know how it is written. */
export type SuggestedWord = { readonly word: string; readonly words: Words }

function suggested(
  words: Readonly<Record<string, readonly [string, string, string]>>,
): readonly SuggestedWord[] {
  return Object.entries(words).map(([word, [en, bn, hi]]) => ({ word, words: { en, bn, hi } }))
}

/** Signs that somebody may be trafficked again. None of them is a score. */
const riskFlags = suggested({
  recent_threat: ['Recent threat', 'সম্প্রতি হুমকি', 'हाल में धमकी'],
  trafficker_in_contact: ['Trafficker near or in contact', 'পাচারকারী কাছে বা যোগাযোগে', 'तस्कर पास या संपर्क में'],
  domestic_violence: ['Violence at home', 'ঘরে নির্যাতন', 'घर में हिंसा'],
  unsafe_home: ['No home or unsafe home', 'ঘর নেই বা নিরাপদ নয়', 'घर नहीं या असुरक्षित'],
  suicidal_thought: ['Thoughts of dying', 'মরে যাওয়ার চিন্তা', 'मरने के विचार'],
  debt: ['Debt', 'ঋণ', 'क़र्ज़'],
  no_income: ['No income', 'আয় নেই', 'आमदनी नहीं'],
  job_abroad_offer: ['New offer of work abroad', 'বিদেশে কাজের নতুন প্রস্তাব', 'विदेश में काम का नया प्रस्ताव'],
  stigma_event: ['Shamed or shunned', 'অপমান বা একঘরে', 'अपमान या बहिष्कार'],
  marriage_pressure: ['Pressure to marry', 'বিয়ের চাপ', 'शादी का दबाव'],
  school_dropout: ['Left school', 'পড়া ছেড়েছেন', 'पढ़ाई छूटी'],
  substance_use: ['Alcohol or drugs', 'নেশা', 'नशा'],
  returned_without_referral: ['Came back without referral', 'রেফার ছাড়াই ফেরা', 'बिना रेफ़र लौटना'],
  trafficked_as_child: ['First trafficked as a child', 'শিশু বয়সে প্রথম পাচার', 'बचपन में पहली तस्करी'],
  case_pending: ['Court case open or accused free', 'মামলা চলছে বা আসামি মুক্ত', 'मुक़दमा जारी या आरोपी बाहर'],
  lost_contact: ['Contact lost', 'যোগাযোগ হারানো', 'संपर्क टूटा'],
})

const trades = suggested({
  tailoring: ['Tailoring', 'সেলাই', 'सिलाई'],
  poultry: ['Poultry', 'হাঁস-মুরগি পালন', 'मुर्गी पालन'],
  livestock: ['Livestock', 'গবাদি পশু পালন', 'पशु पालन'],
  grocery: ['Grocery', 'মুদি দোকান', 'किराना'],
  tea_stall: ['Tea stall', 'চায়ের দোকান', 'चाय की दुकान'],
  clothes_trade: ['Selling clothes', 'কাপড়ের ব্যবসা', 'कपड़े का व्यापार'],
  vegetable_garden: ['Vegetables', 'সবজি চাষ', 'सब्ज़ी की खेती'],
  fish_farming: ['Fish', 'মাছ চাষ', 'मछली पालन'],
  handicraft: ['Handicraft', 'হস্তশিল্প', 'हस्तशिल्प'],
  beauty_parlour: ['Beauty parlour', 'বিউটি পার্লার', 'ब्यूटी पार्लर'],
  garments: ['Garments', 'পোশাক কারখানা', 'कपड़ा कारख़ाना'],
  food_processing: ['Food processing', 'খাদ্য প্রক্রিয়াকরণ', 'खाद्य प्रसंस्करण'],
  computer_basics: ['Computer', 'কম্পিউটার', 'कंप्यूटर'],
  mobile_repair: ['Mobile repair', 'মোবাইল মেরামত', 'मोबाइल मरम्मत'],
  driving: ['Driving', 'গাড়ি চালানো', 'ड्राइविंग'],
})

const employers = suggested({
  private: ['Private', 'বেসরকারি', 'निजी'],
  ngo: ['NGO', 'এনজিও', 'एनजीओ'],
  government: ['Government', 'সরকারি', 'सरकारी'],
  family_business: ['Family business', 'পারিবারিক ব্যবসা', 'पारिवारिक व्यवसाय'],
})

const matchEndings = suggested({
  goal_reached: ['Goal reached', 'লক্ষ্য পূরণ', 'लक्ष्य पूरा'],
  survivor_wish: ['Survivor’s wish', 'সারভাইভারের ইচ্ছা', 'सर्वाइवर की इच्छा'],
  mentor_unavailable: ['Mentor not free', 'মেন্টরের সময় নেই', 'मेंटर उपलब्ध नहीं'],
  moved: ['Moved away', 'অন্য জায়গায় চলে গেছেন', 'दूसरी जगह चले गए'],
})

const riskActions = suggested({
  safety_plan: ['Safety plan', 'নিরাপত্তা পরিকল্পনা', 'सुरक्षा योजना'],
  moved_to_safe_place: ['Moved to a safe place', 'নিরাপদ জায়গায় নেওয়া', 'सुरक्षित जगह ले जाना'],
  police_informed: ['Police informed', 'পুলিশকে জানানো', 'पुलिस को बताया'],
  counselling: ['Counselling', 'কাউন্সেলিং', 'काउंसलिंग'],
  family_mediation: ['Talk with the family', 'পরিবারের সঙ্গে কথা', 'परिवार से बातचीत'],
  cash_support: ['Cash support', 'নগদ সহায়তা', 'नक़द सहायता'],
})

const curricula = suggested({
  victim_identification: ['Identification', 'শনাক্তকরণ', 'पहचान'],
  victim_centred_interview: ['Gentle interviewing', 'সংবেদনশীল সাক্ষাৎকার', 'संवेदनशील बातचीत'],
  trauma_informed_care: ['Care after trauma', 'আঘাত-সচেতন সেবা', 'आघात-सजग देखभाल'],
  psychological_first_aid: ['First aid for the mind', 'মনের প্রাথমিক সেবা', 'मन की प्राथमिक मदद'],
  awareness: ['Awareness', 'সচেতনতা', 'जागरूकता'],
})

const screeningSigns = suggested({
  promised_job: ['Promised a job', 'কাজের প্রতিশ্রুতি', 'नौकरी का वादा'],
  promised_marriage: ['Promised marriage', 'বিয়ের প্রতিশ্রুতি', 'शादी का वादा'],
  travel_arranged_by_other: ['Others arranged the journey', 'অন্য কেউ যাত্রা ঠিক করেছে', 'यात्रा किसी और ने तय की'],
  documents_held_by_other: ['Others hold the papers', 'কাগজপত্র অন্যের কাছে', 'काग़ज़ात दूसरे के पास'],
  destination_unknown: ['Does not know where to', 'গন্তব্য জানা নেই', 'मंज़िल पता नहीं'],
  coached_answers: ['Answers seem rehearsed', 'শেখানো উত্তর মনে হয়', 'जवाब सिखाए लगते हैं'],
  age_doubtful: ['Age in doubt', 'বয়স নিয়ে সন্দেহ', 'उम्र पर शक'],
  fear: ['Fear', 'ভয়', 'डर'],
  injury: ['Injury', 'আঘাত', 'चोट'],
  debt: ['Debt', 'ঋণ', 'क़र्ज़'],
})

const themes = suggested({
  hope: ['Hope', 'আশা', 'उम्मीद'],
  peer_support: ['Support among peers', 'সহযাত্রীর সমর্থন', 'साथियों का सहारा'],
  family_acceptance: ['Acceptance at home', 'পরিবারে গ্রহণযোগ্যতা', 'परिवार में स्वीकृति'],
  trust_in_worker: ['Trust in the worker', 'কর্মীর ওপর ভরসা', 'कर्मी पर भरोसा'],
  counselling: ['Counselling', 'কাউন্সেলিং', 'काउंसलिंग'],
  business: ['Business', 'ব্যবসা', 'कारोबार'],
  stigma: ['Stigma', 'কলঙ্ক', 'कलंक'],
})

const byField: Readonly<Record<string, readonly SuggestedWord[]>> = {
  'follow_up risk_flags': riskFlags,
  'risk_raised flag': riskFlags,
  'risk_resolved action': riskActions,
  'vocational_enrolled course': trades,
  'job_placed sector': trades,
  'business_started sector': trades,
  'job_placed employer_kind': employers,
  'mentoring_ended reason': matchEndings,
  'course_held curriculum': curricula,
  'screening_done indicators': screeningSigns,
  'quote_offered themes': themes,
}

/** The code words a field is offered from the start; the organisation's own come beside them. */
export function wordSuggestions(kind: string, field: string): readonly SuggestedWord[] {
  return byField[`${kind} ${field}`] ?? []
}
