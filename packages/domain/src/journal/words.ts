/** The languages every screen, form and document speaks. */
export const languages = ['en', 'bn', 'hi'] as const
export type Language = (typeof languages)[number]

/** One thing said in every language of the product. */
export type Words = Readonly<Record<Language, string>>

/** Languages whose words were written without a native reader and are marked so in the product. */
export const awaitingNativeReader: readonly Language[] = ['bn', 'hi']
