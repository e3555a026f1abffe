import type { IndicatorWords } from './indicator-words.ts'

/** The road home and help in crises. */
export const homecomingWords = {
  R1: {
    name: { en: 'Survivors repatriated', bn: 'দেশে ফেরা সারভাইভার', hi: 'वतन लौटे सर्वाइवर' },
    meaning: {
      en: 'Survivors who were handed over at the border in the period and came back to their country.',
      bn: 'এই সময়ে যে সারভাইভারদের সীমান্তে হস্তান্তর করা হয়েছে এবং যাঁরা নিজের দেশে ফিরেছেন।',
      hi: 'वे सर्वाइवर जिन्हें इस अवधि में सीमा पर सौंपा गया और जो अपने देश लौटे।',
    },
    parts: {
      counted: { en: 'survivors handed over', bn: 'হস্তান্তরিত সারভাইভার', hi: 'सौंपे गए सर्वाइवर' },
    },
  },
  R2: {
    name: { en: 'Days from rescue to home', bn: 'উদ্ধার থেকে ঘরে ফেরা পর্যন্ত দিন', hi: 'बचाव से घर तक के दिन' },
    meaning: {
      en: 'How long the road home took, from the first rescue or shelter to the family or another home, for those who arrived in the period.',
      bn: 'যাঁরা এই সময়ে পরিবারে বা অন্য ঘরে পৌঁছেছেন, তাঁদের প্রথম উদ্ধার বা আশ্রয় থেকে পৌঁছানো পর্যন্ত কত দিন লেগেছে।',
      hi: 'जो इस अवधि में परिवार या दूसरे घर पहुँचे, उन्हें पहले बचाव या आश्रय से पहुँचने तक कितने दिन लगे।',
    },
    parts: {
      counted: {
        en: 'survivors who arrived, with a known start',
        bn: 'পৌঁছানো সারভাইভার, যাঁদের শুরুর তারিখ জানা',
        hi: 'पहुँचे हुए सर्वाइवर, जिनकी शुरुआत की तारीख़ मालूम है',
      },
      missing: {
        en: 'survivors who arrived, without a recorded start',
        bn: 'পৌঁছানো সারভাইভার, যাঁদের শুরুর তারিখ লেখা নেই',
        hi: 'पहुँचे हुए सर्वाइवर, जिनकी शुरुआत की तारीख़ दर्ज नहीं',
      },
    },
  },
  R3: {
    name: { en: 'Home within 147 days', bn: '১৪৭ দিনের মধ্যে ঘরে ফেরা', hi: '147 दिनों के भीतर घर' },
    meaning: {
      en: 'Of those who came home in the period, how many came within 147 days of their rescue.',
      bn: 'এই সময়ে যাঁরা ঘরে ফিরেছেন, তাঁদের মধ্যে কতজন উদ্ধারের ১৪৭ দিনের মধ্যে ফিরেছেন।',
      hi: 'इस अवधि में घर लौटे लोगों में से कितने बचाव के 147 दिनों के भीतर लौटे।',
    },
    parts: {
      numerator: {
        en: 'survivors home within 147 days',
        bn: '১৪৭ দিনের মধ্যে ঘরে ফেরা সারভাইভার',
        hi: '147 दिनों के भीतर घर लौटे सर्वाइवर',
      },
      denominator: {
        en: 'survivors who arrived, with a known start',
        bn: 'পৌঁছানো সারভাইভার, যাঁদের শুরুর তারিখ জানা',
        hi: 'पहुँचे हुए सर्वाइवर, जिनकी शुरुआत की तारीख़ मालूम है',
      },
      missing: {
        en: 'survivors who arrived, without a recorded start',
        bn: 'পৌঁছানো সারভাইভার, যাঁদের শুরুর তারিখ লেখা নেই',
        hi: 'पहुँचे हुए सर्वाइवर, जिनकी शुरुआत की तारीख़ दर्ज नहीं',
      },
    },
  },
  C1: {
    name: { en: 'Reached in crises', bn: 'সংকটে যাঁদের কাছে পৌঁছানো গেছে', hi: 'संकट में जिन तक पहुँचे' },
    meaning: {
      en: 'Survivors living at home again, no longer intensively supported, who were given relief in a crisis.',
      bn: 'আগে ঘরে ফেরা সারভাইভার, যাঁরা আর নিবিড় সহায়তায় ছিলেন না, আর সংকটের সময় ত্রাণ পেয়েছেন।',
      hi: 'पहले से घर पर रह रहे सर्वाइवर, जो अब गहन सहायता में नहीं थे और जिन्हें संकट में राहत दी गई।',
    },
    parts: {
      counted: { en: 'survivors given relief', bn: 'ত্রাণ পাওয়া সারভাইভার', hi: 'राहत पाने वाले सर्वाइवर' },
    },
  },
  C2: {
    name: {
      en: 'Days from need to delivery',
      bn: 'প্রয়োজন জানানো থেকে ত্রাণ পৌঁছানো পর্যন্ত দিন',
      hi: 'ज़रूरत से राहत पहुँचने तक के दिन',
    },
    meaning: {
      en: 'How many days passed between a recorded need and the relief that answered it.',
      bn: 'প্রয়োজন লেখা হওয়ার পর তার ত্রাণ পৌঁছাতে কত দিন লেগেছে।',
      hi: 'ज़रूरत दर्ज होने और राहत पहुँचने के बीच कितने दिन लगे।',
    },
    parts: {
      counted: {
        en: 'deliveries with a recorded need',
        bn: 'যে বিতরণের আগে প্রয়োজন লেখা ছিল',
        hi: 'वितरण, जिनकी ज़रूरत दर्ज थी',
      },
      missing: {
        en: 'deliveries without one',
        bn: 'যে বিতরণের আগে প্রয়োজন লেখা নেই',
        hi: 'वितरण, जिनकी ज़रूरत दर्ज नहीं',
      },
    },
  },
} as const satisfies Record<string, IndicatorWords>
