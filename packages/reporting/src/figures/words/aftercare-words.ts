import type { IndicatorWords } from './indicator-words.ts'

/** Standing beside somebody: support, follow-up, safety, mentors. */
export const aftercareWords = {
  A1: {
    name: { en: 'Intensively supported', bn: 'নিবিড় সহায়তায় থাকা', hi: 'गहन सहायता में' },
    meaning: {
      en: 'Survivors who were in intensive aftercare on at least one day of the period.',
      bn: 'এই সময়ে অন্তত এক দিন যে সারভাইভাররা নিবিড় পরবর্তী সেবায় ছিলেন।',
      hi: 'वे सर्वाइवर जो इस अवधि में कम से कम एक दिन गहन देखभाल में रहे।',
    },
    parts: {
      counted: {
        en: 'survivors in intensive aftercare',
        bn: 'নিবিড় সেবায় থাকা সারভাইভার',
        hi: 'गहन देखभाल में सर्वाइवर',
      },
    },
  },
  A2: {
    name: { en: 'Follow-up on time', bn: 'সময়মতো ফলো-আপ', hi: 'समय पर फ़ॉलो-अप' },
    meaning: {
      en: 'Of the follow-ups that were due in the period, how many reached the survivor within seven days of the day they were due.',
      bn: 'এই সময়ে যত ফলো-আপ হওয়ার কথা ছিল, তার মধ্যে কতগুলোতে নির্ধারিত দিনের সাত দিনের মধ্যে সারভাইভারের সঙ্গে যোগাযোগ হয়েছে।',
      hi: 'इस अवधि में तय फ़ॉलो-अप में से कितनों में तय दिन के सात दिनों के भीतर सर्वाइवर से संपर्क हुआ।',
    },
    parts: {
      numerator: { en: 'follow-ups on time', bn: 'সময়মতো ফলো-আপ', hi: 'समय पर हुए फ़ॉलो-अप' },
      denominator: { en: 'follow-ups due', bn: 'যত ফলো-আপ হওয়ার কথা', hi: 'तय फ़ॉलो-अप' },
      missing: { en: 'follow-ups without the data', bn: 'তথ্য নেই এমন ফলো-আপ', hi: 'बिना जानकारी के फ़ॉलो-अप' },
    },
  },
  A3: {
    name: { en: 'Same worker', bn: 'একই কর্মী', hi: 'वही कार्यकर्ता' },
    meaning: {
      en: 'Of the contacts with survivors, how many were made by the caseworker responsible on that day.',
      bn: 'সারভাইভারদের সঙ্গে যত যোগাযোগ হয়েছে, তার কতগুলো সেই দিনের দায়িত্বপ্রাপ্ত কেসকর্মী নিজে করেছেন।',
      hi: 'सर्वाइवर से हुए संपर्कों में से कितने उस दिन के ज़िम्मेदार केसवर्कर ने किए।',
    },
    parts: {
      numerator: {
        en: 'contacts by the responsible caseworker',
        bn: 'দায়িত্বপ্রাপ্ত কেসকর্মীর যোগাযোগ',
        hi: 'ज़िम्मेदार केसवर्कर के संपर्क',
      },
      denominator: {
        en: 'contacts with survivors in aftercare',
        bn: 'সেবায় থাকা সারভাইভারদের সঙ্গে যোগাযোগ',
        hi: 'देखभाल में सर्वाइवर से संपर्क',
      },
      missing: {
        en: 'contacts without an author',
        bn: 'কে করেছেন লেখা নেই এমন যোগাযোগ',
        hi: 'संपर्क, जिनमें कार्यकर्ता दर्ज नहीं',
      },
    },
  },
  G1: {
    name: { en: 'Graduated', bn: 'সহায়তা সম্পন্ন', hi: 'सहायता पूरी' },
    meaning: {
      en: 'Survivors whose support was completed in the period: the team approved it and the survivor agreed.',
      bn: 'এই সময়ে যাঁদের সহায়তা সম্পন্ন হয়েছে: দল অনুমোদন করেছে এবং সারভাইভার নিজে রাজি হয়েছেন।',
      hi: 'वे सर्वाइवर जिनकी सहायता इस अवधि में पूरी हुई: टीम ने मंज़ूरी दी और सर्वाइवर सहमत थे।',
    },
    parts: {
      counted: {
        en: 'survivors who graduated',
        bn: 'সহায়তা সম্পন্ন করা সারভাইভার',
        hi: 'सहायता पूरी करने वाले सर्वाइवर',
      },
    },
  },
  T0: {
    name: {
      en: 'Person-years of verified follow-up',
      bn: 'যাচাই করা যোগাযোগের ব্যক্তি-বছর',
      hi: 'पुष्ट संपर्क के व्यक्ति-वर्ष',
    },
    meaning: {
      en: 'How much time, added up over all, we know how survivors were: days with a verified contact in the ninety days before.',
      bn: 'সবাই মিলিয়ে কত সময় আমরা জানি সারভাইভাররা কেমন ছিলেন: যে দিনগুলোর আগের নব্বই দিনের মধ্যে যাচাই করা যোগাযোগ আছে।',
      hi: 'सबको मिलाकर कितने समय तक हमें पता है कि सर्वाइवर कैसे थे: वे दिन जिनसे पहले के नब्बे दिनों में पुष्ट संपर्क हुआ।',
    },
    parts: {
      counted: { en: 'survivors followed', bn: 'যে সারভাইভারদের খোঁজ রাখা হয়েছে', hi: 'जिन सर्वाइवर से संपर्क रहा' },
    },
  },
  T1: {
    name: { en: 'Trafficked again', bn: 'আবার পাচার', hi: 'दोबारा तस्करी' },
    meaning: {
      en: 'Confirmed incidents of somebody being trafficked again, for every hundred person-years of verified follow-up.',
      bn: 'আবার পাচার হওয়ার নিশ্চিত ঘটনা, যাচাই করা যোগাযোগের প্রতি একশ ব্যক্তি-বছরে।',
      hi: 'दोबारा तस्करी की पक्की घटनाएँ, पुष्ट संपर्क के हर सौ व्यक्ति-वर्ष पर।',
    },
    parts: { counted: { en: 'confirmed incidents', bn: 'নিশ্চিত ঘটনা', hi: 'पक्की घटनाएँ' } },
  },
  T2: {
    name: { en: 'Contact coverage', bn: 'যোগাযোগের বিস্তার', hi: 'संपर्क का दायरा' },
    meaning: {
      en: 'Of the survivors still in intensive aftercare at the end, how many we had verified contact with in the last ninety days.',
      bn: 'শেষ দিনে যাঁরা নিবিড় সেবায় ছিলেন, তাঁদের কতজনের সঙ্গে শেষ নব্বই দিনে যাচাই করা যোগাযোগ হয়েছে।',
      hi: 'अंत में गहन देखभाल में रहे सर्वाइवर में से कितनों से पिछले नब्बे दिनों में पुष्ट संपर्क हुआ।',
    },
    parts: {
      numerator: { en: 'survivors in contact', bn: 'যোগাযোগে থাকা সারভাইভার', hi: 'संपर्क में सर्वाइवर' },
      denominator: { en: 'survivors still enrolled', bn: 'এখনও সেবায় থাকা সারভাইভার', hi: 'अब भी नामांकित सर्वाइवर' },
      missing: { en: 'survivors without the data', bn: 'তথ্য নেই এমন সারভাইভার', hi: 'बिना जानकारी के सर्वाइवर' },
    },
  },
  P1: {
    name: { en: 'Active peer-mentor pairs', bn: 'সক্রিয় সহ-মেন্টর জুটি', hi: 'सक्रिय साथी-मेंटर जोड़ियाँ' },
    meaning: {
      en: 'Pairs of a survivor and a peer mentor who were in touch in the period.',
      bn: 'সারভাইভার ও সহ-মেন্টরের যে জুটিগুলোর এই সময়ে যোগাযোগ হয়েছে।',
      hi: 'सर्वाइवर और साथी-मेंटर की वे जोड़ियाँ जिनका इस अवधि में संपर्क हुआ।',
    },
    parts: { counted: { en: 'pairs in touch', bn: 'যোগাযোগে থাকা জুটি', hi: 'संपर्क में जोड़ियाँ' } },
  },
} as const satisfies Record<string, IndicatorWords>
