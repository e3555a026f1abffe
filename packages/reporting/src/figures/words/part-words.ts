import type { Words } from '@sathi/domain/journal'
import type { CountedPart } from '../counted.ts'
import type { GroupedFigure } from '../figure.ts'
import type { Dimension } from '../report.ts'

/** What the parts of a figure are called wherever nothing more exact is said. */
export const partWords: Readonly<Record<CountedPart, Words>> = {
  counted: { en: 'Counted', bn: 'গোনা হয়েছে', hi: 'गिने गए' },
  numerator: { en: 'Of these', bn: 'এর মধ্যে', hi: 'इनमें से' },
  denominator: { en: 'Out of', bn: 'মোট', hi: 'कुल' },
  missing: { en: 'Missing', bn: 'তথ্য নেই', hi: 'जानकारी नहीं' },
}

/** By what a figure may be broken down. */
export const dimensionWords: Readonly<Record<Dimension | GroupedFigure['by'], Words>> = {
  gender: { en: 'Gender', bn: 'লিঙ্গ পরিচয়', hi: 'लिंग पहचान' },
  is_child: { en: 'Child', bn: 'শিশু কি না', hi: 'बच्चा है या नहीं' },
  age_band: { en: 'Age', bn: 'বয়স', hi: 'उम्र' },
  home_division: { en: 'Home division', bn: 'নিজ বিভাগ', hi: 'गृह मंडल' },
  pathway: { en: 'Where she or he came from', bn: 'কোথা থেকে এসেছেন', hi: 'कहाँ से आए' },
  type_of_exploitation: { en: 'Type of exploitation', bn: 'শোষণের ধরন', hi: 'शोषण का प्रकार' },
  audience: { en: 'Whom the course was for', bn: 'প্রশিক্ষণ কাদের জন্য', hi: 'प्रशिक्षण किनके लिए' },
  agency: { en: 'Agency', bn: 'সংস্থা', hi: 'संस्था' },
  rater: { en: 'Who rated', bn: 'কে মূল্যায়ন করেছেন', hi: 'किसने आँका' },
  interviewee: { en: 'Who was interviewed', bn: 'কার সাক্ষাৎকার', hi: 'किसका साक्षात्कार' },
}

/** The group of those about whom the field was left empty. */
export const notRecordedWords: Words = { en: 'Not recorded', bn: 'লেখা নেই', hi: 'दर्ज नहीं' }

/** The code list that names the groups of a dimension; agencies are named by their own codes. */
export const groupListNames: Readonly<Record<Dimension | GroupedFigure['by'], string | undefined>> = {
  gender: 'genders',
  is_child: 'yes_no_unknown',
  age_band: 'age_bands',
  home_division: 'divisions',
  pathway: 'pathways',
  type_of_exploitation: 'exploitation_types',
  audience: 'audiences',
  agency: undefined,
  rater: 'acceptance_raters',
  interviewee: 'interviewees',
}
