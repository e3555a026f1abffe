import {
  amount,
  codeList,
  date,
  kind,
  oneOf,
  openText,
  reference,
  required,
  sealed,
  several,
} from '../journal/index.ts'
import { currencies, districts } from '../places/index.ts'

export const reliefLists = {
  needs: codeList('relief_needs', [
    'groceries',
    'hygiene',
    'repairs',
    'cash',
    'medicine',
    'shelter',
    'other',
  ]),
  hazards: codeList('hazards', ['pandemic', 'cyclone', 'flood', 'other']),
} as const

const note = { note: sealed('casework', 'text', ['note']) }

export const relief_need = kind({
  name: 'relief_need',
  subject: 'case',
  open: { crisis_code: required(reference('crisis')), needs: required(several(oneOf(reliefLists.needs))) },
  sealed: note,
})

export const relief_delivered = kind({
  name: 'relief_delivered',
  subject: 'case',
  open: {
    crisis_code: required(reference('crisis')),
    items: required(several(oneOf(reliefLists.needs))),
    value: amount(),
    currency: oneOf(currencies),
  },
  sealed: note,
})

export const crisis_declared = kind({
  name: 'crisis_declared',
  subject: 'crisis',
  open: {
    name: required(openText()),
    hazard: required(oneOf(reliefLists.hazards)),
    starts_on: required(date()),
    ends_on: date(),
    districts: several(oneOf(districts)),
  },
})

export const reliefKinds = { relief_need, relief_delivered, crisis_declared } as const
