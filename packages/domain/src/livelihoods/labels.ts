import { type RoomLabels, recurring } from '../journal/index.ts'
import type { livelihoodKinds, livelihoodLists } from './kinds.ts'

const business = { en: 'Business number', bn: 'ব্যবসার নম্বর', hi: 'कारोबार का नंबर' }

export const livelihoodLabels = {
  room: { en: 'Livelihood', bn: 'জীবিকা', hi: 'आजीविका' },
  kinds: {
    vocational_enrolled: {
      label: { en: 'Skills training started', bn: 'কাজ শেখা শুরু', hi: 'हुनर सीखना शुरू' },
      fields: {
        course: { en: 'Trade', bn: 'কোন কাজ', hi: 'कौन सा हुनर' },
        provider: recurring.provider,
      },
    },
    vocational_ended: {
      label: { en: 'Skills training ended', bn: 'কাজ শেখা শেষ', hi: 'हुनर सीखना समाप्त' },
      fields: { result: recurring.outcome },
    },
    job_placed: {
      label: { en: 'Job found', bn: 'চাকরি হয়েছে', hi: 'नौकरी मिली' },
      fields: {
        sector: recurring.sector,
        employer_kind: { en: 'Kind of employer', bn: 'কেমন নিয়োগকর্তা', hi: 'किस तरह का काम देने वाला' },
        employer: recurring.employer,
      },
    },
    job_checked: {
      label: { en: 'Job checked', bn: 'চাকরির খোঁজ', hi: 'नौकरी का हाल' },
      fields: {
        employed: { en: 'Still in work', bn: 'এখনও কাজ করছেন', hi: 'अब भी काम पर' },
        employer: recurring.employer,
      },
    },
    business_started: {
      label: { en: 'Business started', bn: 'ব্যবসা শুরু', hi: 'कारोबार शुरू' },
      fields: {
        business_id: business,
        sector: recurring.sector,
        grant: { en: 'Money given to start', bn: 'শুরুর অনুদান', hi: 'शुरू करने का अनुदान' },
        currency: recurring.currency,
        name: recurring.name,
        place: { en: 'Place', bn: 'জায়গা', hi: 'जगह' },
      },
    },
    business_month: {
      label: { en: 'Month of business', bn: 'ব্যবসার মাসের হিসাব', hi: 'कारोबार का महीने का हिसाब' },
      fields: {
        business_id: business,
        month: { en: 'Month', bn: 'মাস', hi: 'महीना' },
        sales: { en: 'Sales', bn: 'বিক্রি', hi: 'बिक्री' },
        costs: { en: 'Costs', bn: 'খরচ', hi: 'ख़र्च' },
        drawings: { en: 'Taken for the household', bn: 'সংসারের জন্য নেওয়া', hi: 'घर के लिए निकाला' },
      },
    },
    business_closed: {
      label: { en: 'Business closed', bn: 'ব্যবসা বন্ধ', hi: 'कारोबार बंद' },
      fields: { business_id: business, reason: recurring.reason },
    },
  },
  lists: {
    vocationalResults: {
      completed: { en: 'Completed', bn: 'সম্পূর্ণ হয়েছে', hi: 'पूरा हुआ' },
      dropped: { en: 'Not completed', bn: 'সম্পূর্ণ হয়নি', hi: 'पूरा नहीं हुआ' },
    },
    businessClosingReasons: {
      failed: { en: 'Did not earn enough', bn: 'যথেষ্ট আয় হয়নি', hi: 'काफ़ी कमाई नहीं हुई' },
      sold: { en: 'Sold', bn: 'বিক্রি করেছেন', hi: 'बेच दिया' },
      moved: recurring.moved,
      chose_other_work: { en: 'Chose other work', bn: 'অন্য কাজ বেছে নিয়েছেন', hi: 'दूसरा काम चुना' },
      other: recurring.other,
    },
  },
} as const satisfies RoomLabels<typeof livelihoodKinds, typeof livelihoodLists>
