import { type RoomLabels, recurring } from '../journal/index.ts'
import type { mentoringKinds, mentoringLists } from './kinds.ts'

const pair = { en: 'Pair number', bn: 'জুটির নম্বর', hi: 'जोड़ी का नंबर' }

export const mentoringLabels = {
  room: { en: 'Peer mentors', bn: 'সহ-মেন্টর', hi: 'साथी-मेंटर' },
  kinds: {
    mentoring_matched: {
      label: { en: 'Peer mentor found', bn: 'সহ-মেন্টর ঠিক হয়েছে', hi: 'साथी-मेंटर तय' },
      fields: { match_id: pair, mentor_code: { en: 'Peer mentor', bn: 'সহ-মেন্টর', hi: 'साथी-मेंटर' } },
    },
    mentoring_ended: {
      label: { en: 'Peer mentoring ended', bn: 'সহ-মেন্টরিং শেষ', hi: 'साथी-मेंटरिंग समाप्त' },
      fields: { match_id: pair, reason: recurring.reason },
    },
    mentoring_contact: {
      label: { en: 'Contact with the peer mentor', bn: 'সহ-মেন্টরের যোগাযোগ', hi: 'साथी-मेंटर से संपर्क' },
      fields: { match_id: pair, channel: recurring.channel, note: recurring.note },
    },
  },
  lists: {
    contactChannels: { visit: recurring.visit, phone: recurring.phone, group: recurring.group },
  },
} as const satisfies RoomLabels<typeof mentoringKinds, typeof mentoringLists>
