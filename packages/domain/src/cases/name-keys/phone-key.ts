import { withLatinDigits } from '../../journal/index.ts'

/**
 * A phone number as it is compared: a plus sign, the country and the number. Bangladeshi mobiles may be written with
 * +880, 0 or neither, Indian ones with +91, 0 or neither, in any digits. Undefined for fewer than seven digits; other
 * numbers are compared as they are written.
 */
export function findPhoneKey(phone: string): string | undefined {
  const digits = withLatinDigits(phone.normalize('NFC')).replace(/\D/g, '')
  const bangladesh = /^(?:00)?(?:880)?0?(1[3-9]\d{8})$/.exec(digits)?.[1]
  if (bangladesh !== undefined) return `+880${bangladesh}`
  const india = /^(?:00)?(?:91)?0?([6-9]\d{9})$/.exec(digits)?.[1]
  if (india !== undefined) return `+91${india}`
  return digits.length < 7 ? undefined : `+${digits}`
}
