/** Subject codes as small numbers, from 1 in the order of their first appearance. */
export type SubjectNumbers = {
  /** The number that stands for a code from now on; `unknownSubject` for none. */
  numberOf(code: string | undefined): number
  findCode(subject: number | undefined): string | undefined
  has(code: string): boolean
  /** Every code, in the order of its number. */
  codes(): readonly string[]
  /** One more than the greatest number. */
  readonly size: number
}

export const unknownSubject = 0

export function createSubjectNumbers(): SubjectNumbers {
  const codes: (string | undefined)[] = [undefined]
  const numbers = new Map<string, number>()
  return {
    numberOf(code) {
      if (code === undefined || code === '') return unknownSubject
      const known = numbers.get(code)
      if (known !== undefined) return known
      const number = codes.push(code) - 1
      numbers.set(code, number)
      return number
    },
    findCode: (subject = unknownSubject) => codes[subject],
    has: (code) => numbers.has(code),
    codes: () => [...numbers.keys()],
    get size() {
      return codes.length
    },
  }
}
