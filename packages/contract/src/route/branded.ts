import { z } from 'zod'

/** A text that the server has judged already, under the brand that domain gives it. */
export function branded<Text extends string>(): z.ZodType<Text> {
  return z.string() as unknown as z.ZodType<Text>
}
