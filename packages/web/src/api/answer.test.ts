import { describe, expect, it } from 'vitest'
import { readAnswer, withQuery } from './answer.ts'

describe('what the server answers', () => {
  it('is a value when it succeeds', () => {
    expect(readAnswer(200, '{"state":"none"}')).toEqual({ state: 'answered', value: { state: 'none' } })
  })

  it('is a refusal in words when it says no', () => {
    const refusal = { kind: 'not-there', message: 'There is nothing here.', remedy: 'Go back.' }
    expect(readAnswer(404, JSON.stringify({ refusal }))).toEqual({ state: 'refused', status: 404, refusal })
  })

  it('is a refusal without words of its own when it fails in another way', () => {
    expect(readAnswer(500, '{}')).toMatchObject({ state: 'refused', refusal: { kind: 'unexpected' } })
  })

  it('counts as no server when it is no JSON, such as a page of a proxy', () => {
    expect(readAnswer(502, '<html>Bad gateway</html>')).toEqual({ state: 'unreachable' })
  })
})

describe('a query', () => {
  it('holds the parameters that have a value, and is nothing without any', () => {
    expect(withQuery('/a', { from: '2020-07-01', group: undefined, offset: 0 })).toBe(
      '/a?from=2020-07-01&offset=0',
    )
    expect(withQuery('/a', { group: undefined })).toBe('/a')
  })
})
