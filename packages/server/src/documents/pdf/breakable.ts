const longestWord = 30
const pause = '\u{200b}'

/** The same text, in which a word longer than a line may break, though never within a letter and its signs. */
export function breakable(text: string): string {
  return text.replaceAll(/\S+/g, (word) => {
    if (word.length <= longestWord) return word
    return Array.from(new Intl.Segmenter('und').segment(word), ({ segment }) => segment).join(pause)
  })
}
