import { kinds } from '@sathi/domain/catalogue'
import { acceptedBy, readField } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { formatsOf, type MessageId } from '../../language/index.ts'
import { acceptedWords } from './accepted-words.ts'

const speech = {
  say: (id: MessageId, values?: object) => `${id} ${JSON.stringify(values)}`,
  formats: formatsOf('bn'),
}

describe('what would be accepted', () => {
  it('has words in every language for whatever a field of any kind accepts', () => {
    for (const kind of Object.values(kinds)) {
      for (const [name, field] of Object.entries(kind.open)) {
        const reading = readField(field, '\u0000')
        const texts = [acceptedBy(field.shape), `a column ${name}: ${acceptedBy(field.shape)}`]
        if (!reading.ok) texts.push(reading.accepted)
        for (const text of texts) expect(acceptedWords(speech, text), text).toBeDefined()
      }
    }
  })

  it('keeps codes as they are and writes numbers in the digits of the language', () => {
    expect(acceptedWords(speech, 'one of yes, no; several separated by ;')).toBe(
      `accepted.several ${JSON.stringify({ mark: ';', rest: 'accepted.oneOf {"codes":"yes, no"}' })}`,
    )
    expect(acceptedWords(speech, 'a whole number from 0 to 27')).toBe(
      'accepted.whole {"low":"০","high":"২৭"}',
    )
  })

  it('stays in English where the server says something that has no words yet', () => {
    expect(acceptedWords(speech, 'something else')).toBeUndefined()
    expect(acceptedWords(speech, 'a column odd: something else')).toBeUndefined()
  })
})
