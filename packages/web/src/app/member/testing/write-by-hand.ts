import type { Compartment, PartialDate, SubjectId } from '@sathi/domain/journal'
import type { DraftToSave, OpenDevice } from '../../../device/index.ts'
import { inventedSubject } from './invented-cases.ts'

const today = new Date().toISOString().slice(0, 10) as PartialDate

/** What somebody wrote on this device herself: a file with a name and a safe contact, and two entries that the office refuses. */
export async function writeByHand(device: OpenDevice): Promise<void> {
  const own = '00000000-0000-7000-9000-00000000a001' as SubjectId
  const taken = '00000000-0000-7000-9000-00000000a002' as SubjectId
  const opening = { pathway: 'family', gender: 'Feminine', is_child: 'no', home_district: 'BD3026' }
  await write(device, own, 'case_opened', opening, { casework: person }, 'S-9001')
  const enrolled = { intensity: 'intensive', caseworker: 'cw-01' }
  await write(device, own, 'aftercare_enrolled', enrolled, {})
  await write(
    device,
    own,
    'follow_up',
    { channel: 'home_visit', reached: 'survivor', safe: 'yes' },
    {
      casework: { narrative: 'সেলাইয়ের কাজ পেয়েছেন। বাড়িতে কেউ জানে না কোথায় যান।' },
    },
  )
  await write(
    device,
    own,
    'counselling_session',
    { session_number: 1 },
    {
      counselling: { notes: 'ঘুম ভালো হচ্ছে।' },
    },
  )
  await write(
    device,
    inventedSubject(1),
    'risk_raised',
    { risk_id: 'r-refused', flag: 'debt', level: 'medium' },
    {
      casework: { note: 'পাওনাদার আবার এসেছিল।' },
    },
  )
  await write(device, taken, 'case_opened', opening, {}, 'S-TAKEN')
}

const person = {
  names: [
    { text: 'রহিমা খাতুন', script: 'bn', kind: 'formal' },
    { text: 'পাখি', script: 'bn', kind: 'call' },
  ],
  phones: [
    {
      number: '01700000000',
      whose: 'neighbour',
      others: 'প্রতিবেশীর মেয়ে',
      call: 'yes',
      text: 'no',
      sayWeAre: 'সেলাই কোর্স',
      days: ['mon', 'thu'],
      hours: 'বিকাল ৩টার পর',
      codeWord: 'সুতা',
    },
    { number: '01800000000', whose: 'husband', call: 'no' },
  ],
}

type Sealed = { readonly [Name in Compartment]?: Readonly<Record<string, unknown>> }

async function write(
  device: OpenDevice,
  subject: SubjectId,
  kind: string,
  open: Readonly<Record<string, unknown>>,
  sealedFields: Sealed,
  subjectCode?: string,
): Promise<void> {
  const draft: DraftToSave = {
    kind,
    version: 1,
    subject: { type: 'case', id: subject },
    occurredOn: today,
    open,
    sealedFields,
  }
  const answer = await device.save(draft, subjectCode === undefined ? {} : { subjectCode })
  if (answer.state === 'refused') throw new Error(`${kind} was not saved: ${JSON.stringify(answer.refusal)}`)
}
