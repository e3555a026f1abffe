/** Signs that nobody confuses when a code is read over a bad line: no 0 and O, no 1 and I, no U and V, no S and 5. */
const signs = '23456789ABCDEFGHJKMNPQRTWXYZ'
const length = 6

/**
 * A new code for a case: six random signs, which tell nothing of her and nothing of how many there are, and a seventh that shows
 * when one was misread or two changed places.
 */
export function newCaseCode(random: (below: number) => number = randomBelow): string {
  const drawn = Array.from({ length }, () => signs[random(signs.length)]).join('')
  const whole = drawn + checkSign(drawn)
  return `${whole.slice(0, 4)}-${whole.slice(4)}`
}

/** Whether a code that was made here was written down rightly. */
export function isCaseCode(code: string): boolean {
  const plain = code.replaceAll('-', '').toUpperCase()
  return plain.length === length + 1 && plain.at(-1) === checkSign(plain.slice(0, -1))
}

/** The sign after a code by Luhn's rule over 28 signs, which finds any one wrong sign and nearly every swap of neighbours. */
function checkSign(code: string): string | undefined {
  let sum = 0
  for (const [index, sign] of [...code].reverse().entries()) {
    const value = signs.indexOf(sign)
    if (value < 0) return undefined
    const doubled = index % 2 === 0 ? value * 2 : value
    sum += Math.floor(doubled / signs.length) + (doubled % signs.length)
  }
  return signs[(signs.length - (sum % signs.length)) % signs.length]
}

function randomBelow(below: number): number {
  const most = Math.floor(256 / below) * below
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
    if (drawn < most) return drawn % below
  }
}
