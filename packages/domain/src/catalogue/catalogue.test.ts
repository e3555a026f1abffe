import { expect, test } from 'vitest'
import { compartments } from '../journal/index.ts'
import { kinds } from './catalogue.ts'

test('every kind is found under its own name', () => {
  for (const [name, kind] of Object.entries(kinds)) expect(kind.name).toBe(name)
})

test('only subjects that are not persons have open free text', () => {
  for (const kind of Object.values(kinds)) {
    const freeText = Object.values(kind.open).filter((field) => field.shape.type === 'text')
    if (freeText.length > 0) expect(['agency', 'change', 'crisis', 'study']).toContain(kind.subject)
  }
})

test('no field is open and sealed at once, and every sealed field has a compartment', () => {
  for (const kind of Object.values(kinds)) {
    for (const [name, field] of Object.entries(kind.sealed)) {
      expect(Object.keys(kind.open)).not.toContain(name)
      expect(compartments).toContain(field.compartment)
    }
  }
})
