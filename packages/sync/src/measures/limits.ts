/** The version of the messages that this copy speaks. A change that an older end cannot read makes it one more. */
export const protocol = 1

/** The most entries in one push, and the most changes in one page of a pull. */
export const mostInMessage = 500

/** The most bytes of JSON in one push, and about the most in one page of a pull. */
export const largestMessage = 1_048_576

/** The bytes that the frame around the entries of a push may take, and so what an entry by itself may not fill. */
export const messageFrame = 4096

/** The bytes of one chunk of a blob as it travels: 256 KiB and the tag that seals it. */
export const largestChunk = 262_144 + 16

/** The most chunks of one blob: 64 MiB, some minutes of a voice or a scan of many pages. */
export const mostChunks = 256
