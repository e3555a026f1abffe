import { type RoomLabels, recurring } from '../journal/index.ts'
import type { evaluationKinds, evaluationLists } from './kinds.ts'

/** The words of feedback, quotes and studies. A feedback question is worded as she or he is asked it. */
export const evaluationLabels = {
  room: {
    en: 'Survivors’ judgement and studies',
    bn: 'সারভাইভারদের মত ও গবেষণা',
    hi: 'सर्वाइवर की राय और अध्ययन',
  },
  kinds: {
    feedback_given: {
      label: { en: 'Feedback', bn: 'মতামত', hi: 'फ़ीडबैक' },
      fields: {
        hours_suited: {
          en: 'Did our hours suit you?',
          bn: 'আমাদের সময়সূচি কি আপনার সুবিধামতো ছিল?',
          hi: 'क्या हमारा समय आपके लिए ठीक था?',
        },
        comfortable_with_worker: {
          en: 'Were you comfortable with the worker?',
          bn: 'কর্মীর সঙ্গে কি স্বস্তি বোধ করেছেন?',
          hi: 'क्या कार्यकर्ता के साथ आप सहज थे?',
        },
        same_worker: {
          en: 'Was it the same worker each time?',
          bn: 'প্রতিবার কি একই কর্মী ছিলেন?',
          hi: 'क्या हर बार वही कार्यकर्ता थे?',
        },
        chose_support_person: {
          en: 'Could you bring someone you trust?',
          bn: 'ভরসার কাউকে কি সঙ্গে রাখতে পেরেছেন?',
          hi: 'क्या आप अपने भरोसे के किसी को साथ रख सके?',
        },
        informed_of_options: {
          en: 'Were you told what your choices are?',
          bn: 'কী কী করা যায়, তা কি আপনাকে বলা হয়েছে?',
          hi: 'क्या आपको बताया गया कि क्या-क्या रास्ते हैं?',
        },
        i_decided: {
          en: 'Did you decide yourself?',
          bn: 'সিদ্ধান্ত কি আপনি নিজে নিয়েছেন?',
          hi: 'क्या फ़ैसला आपने ख़ुद किया?',
        },
        referred_elsewhere: {
          en: 'Did we send you on when others could help?',
          bn: 'অন্য কোথাও সাহায্য থাকলে কি সেখানে পাঠানো হয়েছে?',
          hi: 'दूसरी जगह मदद हो तो क्या आपको वहाँ भेजा गया?',
        },
        discreet_access: {
          en: 'Could you come without being noticed?',
          bn: 'অন্যের চোখে না পড়ে কি আসতে পেরেছেন?',
          hi: 'क्या आप दूसरों की नज़र में आए बिना आ सके?',
        },
        confidentiality_respected: {
          en: 'Were your words kept private?',
          bn: 'আপনার কথা কি গোপন রাখা হয়েছে?',
          hi: 'क्या आपकी बात गोपनीय रखी गई?',
        },
        private_meeting: {
          en: 'Could you talk in private?',
          bn: 'একান্তে কি কথা বলতে পেরেছেন?',
          hi: 'क्या आप अकेले में बात कर सके?',
        },
        friendly: { en: 'Were we friendly?', bn: 'আমরা কি আন্তরিক ছিলাম?', hi: 'क्या हमारा व्यवहार अच्छा था?' },
        open_minded: {
          en: 'Did we listen without judging?',
          bn: 'আমরা কি বিচার না করে শুনেছি?',
          hi: 'क्या हमने बिना राय बनाए सुना?',
        },
        answered_questions: {
          en: 'Were your questions answered?',
          bn: 'আপনার প্রশ্নের উত্তর কি পেয়েছেন?',
          hi: 'क्या आपके सवालों के जवाब मिले?',
        },
        understandable: {
          en: 'Was everything easy to understand?',
          bn: 'সব কথা কি বুঝতে পেরেছেন?',
          hi: 'क्या सब बातें समझ में आईं?',
        },
        enough_time: {
          en: 'Was there enough time?',
          bn: 'যথেষ্ট সময় কি পেয়েছেন?',
          hi: 'क्या काफ़ी समय मिला?',
        },
        helpful: { en: 'Did it help you?', bn: 'আপনার কি উপকার হয়েছে?', hi: 'क्या आपको मदद मिली?' },
        feel_better: {
          en: 'Do you feel better now?',
          bn: 'এখন কি আগের চেয়ে ভালো লাগছে?',
          hi: 'क्या अब पहले से बेहतर लगता है?',
        },
        would_recommend: {
          en: 'Would you tell a friend to come?',
          bn: 'বন্ধুকে কি এখানে আসতে বলবেন?',
          hi: 'क्या किसी दोस्त को यहाँ आने को कहेंगे?',
        },
        most_valued_service: {
          en: 'What helped you most?',
          bn: 'কোন সেবা সবচেয়ে কাজে লেগেছে?',
          hi: 'किस सेवा से सबसे ज़्यादा मदद मिली?',
        },
        words: { en: 'In her or his own words', bn: 'নিজের কথায়', hi: 'अपने शब्दों में' },
      },
    },
    quote_offered: {
      label: { en: 'Words she or he shares', bn: 'যে কথা জানাতে চান', hi: 'जो बात साझा करना चाहते हैं' },
      fields: {
        pseudonym: { en: 'Invented name', bn: 'ছদ্মনাম', hi: 'बदला हुआ नाम' },
        themes: { en: 'About', bn: 'কী নিয়ে', hi: 'किस बारे में' },
        scope: { en: 'Who may read it', bn: 'কারা পড়তে পারবে', hi: 'कौन पढ़ सकता है' },
        expires_on: recurring.expiresOn,
        approved_by_survivor: recurring.accepted,
        text: { en: 'Her or his words', bn: 'সারভাইভারের কথা', hi: 'सर्वाइवर के शब्द' },
        original_language: {
          en: 'In the language it was said',
          bn: 'যে ভাষায় বলেছেন',
          hi: 'जिस भाषा में कहा गया',
        },
      },
    },
    study_opened: {
      label: { en: 'Study', bn: 'গবেষণা', hi: 'अध्ययन' },
      fields: {
        title: recurring.title,
        design: { en: 'Kind of study', bn: 'গবেষণার ধরন', hi: 'अध्ययन का प्रकार' },
        partner: { en: 'Partner', bn: 'সহযোগী', hi: 'सहयोगी' },
      },
    },
    study_interview: {
      label: { en: 'Interview', bn: 'সাক্ষাৎকার', hi: 'साक्षात्कार' },
      fields: {
        interviewee: { en: 'Who was interviewed', bn: 'কার সাক্ষাৎকার', hi: 'किसका साक्षात्कार' },
        case_code: recurring.case,
      },
    },
  },
  lists: {
    quoteScopes: {
      internal: { en: 'Only our team', bn: 'শুধু আমাদের দল', hi: 'सिर्फ़ हमारी टीम' },
      donor: { en: 'Our donors too', bn: 'দাতারাও', hi: 'हमारे दाता भी' },
      public: { en: 'Everybody', bn: 'সবাই', hi: 'सब लोग' },
    },
    studyDesigns: {
      comparative: { en: 'Comparison', bn: 'তুলনামূলক', hi: 'तुलनात्मक' },
      cohort: { en: 'The same people over time', bn: 'একই মানুষ, সময় ধরে', hi: 'वही लोग, समय के साथ' },
      qualitative: { en: 'Conversations', bn: 'কথোপকথনভিত্তিক', hi: 'बातचीत पर आधारित' },
      other: recurring.other,
    },
    interviewees: {
      survivor: recurring.survivor,
      staff: { en: 'Staff', bn: 'কর্মী', hi: 'कार्यकर्ता' },
      stakeholder: { en: 'Person from another agency', bn: 'অন্য সংস্থার মানুষ', hi: 'दूसरी संस्था के व्यक्ति' },
    },
  },
} as const satisfies RoomLabels<typeof evaluationKinds, typeof evaluationLists>
