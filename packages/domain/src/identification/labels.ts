import { type RoomLabels, recurring } from '../journal/index.ts'
import type { identificationKinds, identificationLists } from './kinds.ts'

/** The words of posts and screenings. "Victim" is the word of the law for somebody who was screened and not yet heard. */
export const identificationLabels = {
  room: { en: 'Noticed at the border', bn: 'সীমান্তে শনাক্তকরণ', hi: 'सीमा पर पहचान' },
  kinds: {
    post_registered: {
      label: { en: 'Border post', bn: 'সীমান্ত চৌকি', hi: 'सीमा चौकी' },
      fields: { agency: recurring.agency, district: recurring.district },
    },
    post_roster: {
      label: { en: 'On duty', bn: 'দায়িত্বে', hi: 'तैनाती' },
      fields: {
        officer_code: recurring.officer,
        from: { en: 'From', bn: 'কবে থেকে', hi: 'कब से' },
        to: { en: 'Until', bn: 'কবে পর্যন্ত', hi: 'कब तक' },
      },
    },
    screening_done: {
      label: { en: 'Screening', bn: 'স্ক্রিনিং', hi: 'जाँच' },
      fields: {
        post_code: recurring.post,
        officer_code: recurring.officer,
        agency: recurring.agency,
        result: recurring.outcome,
        indicators: { en: 'Signs noticed', bn: 'যে লক্ষণ দেখা গেছে', hi: 'जो संकेत दिखे' },
        is_child: recurring.isChild,
      },
    },
    screening_referred: {
      label: { en: 'Referred to help', bn: 'সাহায্যের জন্য রেফার', hi: 'मदद के लिए आगे भेजा' },
      fields: {
        referred_to: { en: 'Referred to', bn: 'কার কাছে রেফার', hi: 'किसके पास भेजा' },
        acknowledged_on: { en: 'Acknowledged on', bn: 'কবে গ্রহণ করেছে', hi: 'कब पाना माना' },
      },
    },
    screening_confirmed: {
      label: { en: 'Finding', bn: 'সিদ্ধান্ত', hi: 'निष्कर्ष' },
      fields: {
        finding: { en: 'What was found', bn: 'কী জানা গেছে', hi: 'क्या पता चला' },
        case_code: recurring.case,
      },
    },
  },
  lists: {
    postAgencies: { bgb: recurring.bgb, police: recurring.police, other: recurring.otherAgency },
    screeningResults: {
      presumed_victim: { en: 'Presumed victim', bn: 'সম্ভাব্য ভুক্তভোগী', hi: 'संभावित पीड़ित' },
      at_risk: { en: 'At risk', bn: 'ঝুঁকিতে', hi: 'जोखिम में' },
      not_indicated: { en: 'No signs', bn: 'লক্ষণ নেই', hi: 'कोई संकेत नहीं' },
      unsure: { en: 'Unsure', bn: 'নিশ্চিত নই', hi: 'पक्का नहीं' },
    },
    findings: {
      confirmed: { en: 'Confirmed', bn: 'নিশ্চিত', hi: 'पक्का' },
      not_confirmed: { en: 'Not confirmed', bn: 'নিশ্চিত হয়নি', hi: 'पक्का नहीं हुआ' },
      unknown: { en: 'Unknown', bn: 'জানা নেই', hi: 'पता नहीं' },
    },
  },
} as const satisfies RoomLabels<typeof identificationKinds, typeof identificationLists>
