import type { Words } from '@sathi/domain'

/** How the figures come about: each a term and what it means. The Bengali and the Hindi await a native reader. */
export const methodWords: readonly { readonly term: Words; readonly meaning: Words }[] = [
  {
    term: { en: 'Where figures come from', bn: 'সংখ্যা কোথা থেকে আসে', hi: 'आँकड़े कहाँ से आते हैं' },
    meaning: {
      en: 'Every figure is computed from entries of the journal and can be opened down to them; none is typed in. Amended entries count as amended, entries taken back do not count. A person counts once, however many entries tell of her or him.',
      bn: 'প্রতিটি সংখ্যা জার্নালের তথ্য থেকে হিসাব করা এবং সেই তথ্য পর্যন্ত খুলে দেখা যায়; কোনো সংখ্যা হাতে লেখা নয়। সংশোধিত তথ্য সংশোধিত রূপেই ধরা হয়, প্রত্যাহার করা তথ্য গোনা হয় না। একজনের কথা যত তথ্যেই থাকুক, তাঁকে একবারই গোনা হয়।',
      hi: 'हर आँकड़ा जर्नल के तथ्यों से निकाला जाता है और उन तक खोला जा सकता है; कोई आँकड़ा हाथ से नहीं लिखा जाता। सुधारे गए तथ्य सुधरे रूप में गिने जाते हैं, वापस लिए गए नहीं गिने जाते। किसी व्यक्ति के कितने भी तथ्य हों, वह एक ही बार गिना जाता है।',
    },
  },
  {
    term: { en: 'In the period', bn: 'এই সময়ে', hi: 'इस अवधि में' },
    meaning: {
      en: 'Decided by the day on which something happened, not on which it was recorded. A date known only by month or year counts as its first day.',
      bn: 'কবে ঘটেছে সেই দিন ধরে ঠিক হয়, কবে লেখা হয়েছে তা ধরে নয়। শুধু মাস বা বছর জানা থাকলে তার প্রথম দিন ধরা হয়।',
      hi: 'जिस दिन कुछ हुआ उससे तय होता है, दर्ज होने के दिन से नहीं। केवल महीना या साल मालूम हो तो उसका पहला दिन माना जाता है।',
    },
  },
  {
    term: { en: 'Missing', bn: 'তথ্য নেই', hi: 'जानकारी नहीं' },
    meaning: {
      en: 'Eligible to be counted, but without the data that would decide it. The missing are neither in the figure nor in what it is out of: many missing make a figure weaker than its interval says.',
      bn: 'গোনার যোগ্য, কিন্তু যে তথ্য দিয়ে ঠিক হতো তা নেই। এঁরা সংখ্যাতেও নেই, মোটেও নেই: তথ্য নেই এমন মানুষ বেশি হলে সংখ্যাটি তার সীমার চেয়েও অনিশ্চিত।',
      hi: 'गिने जाने योग्य, पर वह जानकारी नहीं जिससे तय हो सके। ये न आँकड़े में हैं, न कुल में: ऐसे लोग ज़्यादा हों तो आँकड़ा अपने अंतराल से भी कमज़ोर है।',
    },
  },
  {
    term: { en: 'Shares', bn: 'শতাংশ', hi: 'प्रतिशत' },
    meaning: {
      en: 'Shown with a Wilson 95% interval (z = 1.96): if the work were repeated under the same conditions, intervals like this would hold the true share about 95 times in 100. Below ten in the denominator only the two numbers are shown, no percentage.',
      bn: 'উইলসন ৯৫% সীমাসহ দেখানো হয় (z = ১.৯৬): একই অবস্থায় কাজটি বারবার হলে ১০০ বারের প্রায় ৯৫ বার এমন সীমার মধ্যে প্রকৃত অংশ থাকত। মোট দশের কম হলে শুধু সংখ্যা দুটি দেখানো হয়, শতাংশ নয়।',
      hi: 'विल्सन 95% अंतराल के साथ (z = 1.96): यही काम इन्हीं हालात में दोहराया जाए तो 100 में से लगभग 95 बार सही हिस्सा ऐसे अंतराल में होगा। कुल दस से कम हो तो केवल दो संख्याएँ दिखाई जाती हैं, प्रतिशत नहीं।',
    },
  },
  {
    term: { en: 'None seen', bn: 'একটিও দেখা যায়নি', hi: 'एक भी नहीं दिखा' },
    meaning: {
      en: 'A count of zero does not prove that there are none. It is shown with its exact Poisson upper 95% bound (one-sided 97.5%, 3.69 events over the time observed).',
      bn: 'শূন্য মানেই যে একটিও নেই তা প্রমাণ হয় না। তাই যথাযথ পোয়াসোঁ ৯৫% ঊর্ধ্বসীমা দেখানো হয় (একদিকে ৯৭.৫%, দেখা সময়ে ৩.৬৯টি ঘটনা)।',
      hi: 'शून्य गिनती से यह साबित नहीं होता कि कोई नहीं है। इसलिए सटीक प्वासों 95% ऊपरी सीमा दिखाई जाती है (एकतरफ़ा 97.5%, देखे गए समय में 3.69 घटनाएँ)।',
    },
  },
  {
    term: { en: 'Rates', bn: 'হার', hi: 'दर' },
    meaning: {
      en: 'Events with their exact Poisson 95% interval, divided by the time observed: person-years of 365.25 days with verified contact, officer-months of 30.4375 days at a post. The comparison of trained and untrained officers has an exact conditional (Clopper–Pearson) interval.',
      bn: 'ঘটনার সংখ্যা, যথাযথ পোয়াসোঁ ৯৫% সীমাসহ, দেখা সময় দিয়ে ভাগ করা: যাচাই করা যোগাযোগের ৩৬৫.২৫ দিনে এক ব্যক্তি-বছর, চৌকিতে ৩০.৪৩৭৫ দিনে এক সদস্য-মাস। প্রশিক্ষিত ও প্রশিক্ষণহীনের তুলনায় যথাযথ শর্তাধীন (ক্লপার–পিয়ারসন) সীমা।',
      hi: 'घटनाएँ, सटीक प्वासों 95% अंतराल के साथ, देखे गए समय से विभाजित: पुष्ट संपर्क के 365.25 दिन का एक व्यक्ति-वर्ष, चौकी पर 30.4375 दिन का एक कर्मी-माह। प्रशिक्षित और अप्रशिक्षित की तुलना में सटीक सशर्त (क्लॉपर–पियर्सन) अंतराल।',
    },
  },
  {
    term: { en: 'Days and points', bn: 'দিন ও পয়েন্ট', hi: 'दिन और अंक' },
    meaning: {
      en: 'Days are shown as the median and, where given, the 90th percentile (R type 7). Mean changes have a 95% t-interval.',
      bn: 'দিন দেখানো হয় মধ্যমা হিসেবে, আর যেখানে আছে ৯০তম শতাংশক (R ধরন ৭)। গড় পরিবর্তনের সঙ্গে ৯৫% t-সীমা থাকে।',
      hi: 'दिन माध्यिका के रूप में और जहाँ दिया हो वहाँ 90वाँ शतमक (R प्रकार 7)। औसत बदलाव के साथ 95% t-अंतराल होता है।',
    },
  },
  {
    term: { en: 'What the figures do not say', bn: 'সংখ্যা যা বলে না', hi: 'आँकड़े क्या नहीं कहते' },
    meaning: {
      en: 'A change after support is not proof that the support caused it. A plain count is complete only as far as the records are.',
      bn: 'সহায়তার পরে বদল হলেই প্রমাণ হয় না যে সহায়তার কারণেই হয়েছে। সাধারণ গণনা ততটাই সম্পূর্ণ, নথি যতটা সম্পূর্ণ।',
      hi: 'सहायता के बाद का बदलाव यह साबित नहीं करता कि वह सहायता से ही हुआ। सीधी गिनती उतनी ही पूरी है जितने अभिलेख।',
    },
  },
]
