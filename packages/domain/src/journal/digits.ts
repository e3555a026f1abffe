const zeros = [0x09e6, 0x0966]

/** The same text with Bengali and Devanagari digits written as 0-9: people type numbers and dates in either. */
export function withLatinDigits(text: string): string {
  return text.replace(/[০-৯०-९]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = zeros.find((candidate) => code >= candidate && code <= candidate + 9) ?? code
    return String(code - zero)
  })
}
