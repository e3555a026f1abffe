import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ComparedFile, findCandidate } from './find-candidate.ts'
import { keysOfPerson, personKeys, replaceKeys } from './person-keys.ts'
import { findPhoneKey } from './phone-key.ts'

type Invented = {
  readonly name: string
  readonly father?: string
  readonly phone?: string
  readonly born?: number
  readonly district?: string
}

function aFile({ name, father, phone, born, district }: Invented): ComparedFile {
  return {
    person: personKeys({
      names: [name],
      parents: father === undefined ? [] : [father],
      phones: phone === undefined ? [] : [phone],
    }),
    ...(born === undefined ? {} : { born: [born - 1, born] as const }),
    ...(district === undefined ? {} : { homeDistrict: district }),
  }
}

function strength(left: Invented, right: Invented): string {
  return findCandidate(aFile(left), aFile(right))?.strength ?? 'none'
}

describe('CAS-10 a phone number is the same', () => {
  test.each([
    ['01712-345678', '+8801712345678'],
    ['০১৭১২৩৪৫৬৭৮', '+8801712345678'],
    ['+880 1712 345678', '+8801712345678'],
    ['008801712345678', '+8801712345678'],
    ['1712345678', '+8801712345678'],
    ['+91 98300 12345', '+919830012345'],
    ['09830012345', '+919830012345'],
    ['९८३००१२३४५', '+919830012345'],
    ['(033) 2221-4567', '+03322214567'],
  ])('with or without country and in any digits: %s', (typed, key) => {
    expect(findPhoneKey(typed)).toBe(key)
  })

  test('only when it has seven digits', () => {
    expect(findPhoneKey('999')).toBeUndefined()
    expect(findPhoneKey('none')).toBeUndefined()
  })
})

const text = fc.constantFrom('Rohima', 'রহিমা', 'Rahima Parvin', 'Nur Jahan', 'নূরজাহান', 'Salma', 'Md Karim')
const anyInvented = fc.record(
  {
    name: text,
    father: text,
    phone: fc.constantFrom('01712345678', '+8801712345678', '01812345678'),
    born: fc.constantFrom(1998, 2000, 2010),
    district: fc.constantFrom('BD4041', 'BD3026'),
  },
  { requiredKeys: ['name'] },
)

test('CAS-11 hashes of the keys find the same candidates as the keys', () => {
  fc.assert(
    fc.property(anyInvented, anyInvented, (left, right) => {
      const hashed = (file: ComparedFile): ComparedFile => ({
        ...file,
        person: replaceKeys(file.person, (place, key) => [...`${place}/${key}`].reverse().join('')),
      })
      const [one, other] = [aFile(left), aFile(right)]
      expect(findCandidate(hashed(one), hashed(other))).toEqual(findCandidate(one, other))
      expect(findCandidate(other, one)).toEqual(findCandidate(one, other))
    }),
  )
})

test('CAS-11 a device is told every key with its place, so that no key is left unhashed', () => {
  const person = personKeys({ names: ['Rohima'], parents: ['Abdul Korim'], phones: ['01712345678'] })
  const known = new Set(keysOfPerson(person).map(([place, key]) => `${place} ${key}`))
  const left: string[] = []
  replaceKeys(person, (place, key) => {
    if (!known.has(`${place} ${key}`)) left.push(key)
    return ''
  })
  expect(left).toEqual([])
  expect(known).toContain('name rhImA')
  expect(known).toContain('phone +8801712345678')
  expect([...known].filter((key) => key.startsWith('parent'))).not.toEqual([])
})

test('CAS-12 names that agree as a whole are possible, and likely with one further agreement', () => {
  const one = { name: 'Rahima Parvin' }
  const other = { name: 'রহিমা পারভীন' }
  expect(strength(one, other)).toBe('possible')
  expect(strength({ ...one, phone: '01712345678' }, { ...other, phone: '+8801712345678' })).toBe('likely')
  expect(strength({ ...one, father: 'Abdul Karim' }, { ...other, father: 'আব্দুল করিম' })).toBe('likely')
  expect(strength({ ...one, born: 2001 }, { ...other, born: 2004 })).toBe('likely')
  expect(strength({ ...one, district: 'BD4041' }, { ...other, district: 'BD4041' })).toBe('likely')
  expect(strength({ ...one, born: 1980 }, { ...other, born: 2004 })).toBe('possible')
})

test('CAS-13 a name of one word needs something further, unless nothing else can be compared', () => {
  const one = { name: 'Rohima' }
  const other = { name: 'रहीमा' }
  expect(strength(one, other)).toBe('possible')
  expect(strength({ ...one, district: 'BD4041' }, { ...other, district: 'BD3026' })).toBe('none')
  expect(strength({ ...one, district: 'BD4041' }, { ...other, district: 'BD4041' })).toBe('possible')
  expect(
    strength({ ...one, district: 'BD4041', born: 2001 }, { ...other, district: 'BD4041', born: 2000 }),
  ).toBe('likely')
  expect(
    strength({ ...one, district: 'BD4041', born: 2001 }, { ...other, district: 'BD4041', born: 1980 }),
  ).toBe('none')
})

test('CAS-14 names that share only the given name need a phone, a parent, or birth and district', () => {
  const one = { name: 'Rahima Parvin', district: 'BD4041' }
  const other = { name: 'রহিমা সুলতানা', district: 'BD4041' }
  expect(strength(one, other)).toBe('none')
  expect(strength({ ...one, born: 2001 }, { ...other, born: 2002 })).toBe('possible')
  expect(strength({ ...one, father: 'Karim' }, { ...other, father: 'করিম' })).toBe('possible')
})

test('CAS-15 one phone is worth a look whatever the names, and a mother’s name is nobody’s own', () => {
  const phone = '01712345678'
  expect(findCandidate(aFile({ name: 'Rohima', phone }), aFile({ name: 'Salma', phone }))).toEqual({
    strength: 'possible',
    because: ['phone'],
  })
  expect(strength({ name: 'Rohima', father: 'Salma' }, { name: 'Salma', father: 'Anwara' })).toBe('none')
})

test('CAS-15 what agrees is said, strongest first', () => {
  const left = { name: 'Rahima Parvin', phone: '01712345678', born: 2001, district: 'BD4041' }
  expect(findCandidate(aFile(left), aFile({ ...left, name: 'রহিমা পারভীন' }))).toEqual({
    strength: 'likely',
    because: ['same', 'phone', 'born', 'district'],
  })
})
