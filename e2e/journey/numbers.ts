const zeros = { Bengali: 0x09e6, Devanagari: 0x0966 }

/** Text with its Bengali and Devanagari digits as plain ones, and without the commas that group them. */
export function withPlainDigits(text: string): string {
  return text
    .replaceAll(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - zeros.Bengali))
    .replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - zeros.Devanagari))
    .replaceAll(/(?<=\d),(?=\d)/g, '')
}

/** Every number of a text, in whatever digits it is written. */
export function numbersIn(text: string | null): number[] {
  return [...withPlainDigits(text ?? '').matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number))
}

/** The number that a text begins with. */
export function leadingNumber(text: string): number | undefined {
  const found = /^-?\d+(\.\d+)?/.exec(withPlainDigits(text.trim()))?.[0]
  return found === undefined ? undefined : Number(found)
}
