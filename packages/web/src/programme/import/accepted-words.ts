import type { MessageId, Speech } from '../../language/index.ts'

/**
 * The server says in English what would be accepted; these are the shapes that it says most, with the codes and names
 * in them. A test holds them against what every field of every kind accepts.
 */
const shapes: readonly (readonly [RegExp, MessageId])[] = [
  [/^(?<rest>.+); several separated by (?<mark>\S)$/, 'accepted.several'],
  [/^a column (?<column>[a-z_0-9]+): (?<rest>.+)$/, 'accepted.column'],
  [/^one of (?<codes>.+)$/, 'accepted.oneOf'],
  [/^a code of the list (?<list>\S+), such as (?<codes>.+)$/, 'accepted.ofList'],
  [/^a code word in small letters, .+, at most (?<most>\d+) characters$/, 'accepted.word'],
  [/^the code of an? \w+: letters, .+, at most (?<most>\d+) characters$/, 'accepted.reference'],
  [/^a date as YYYY-MM-DD, YYYY-MM or YYYY/, 'accepted.date'],
  [/^a month as YYYY-MM$/, 'accepted.month'],
  [/^a whole number from (?<low>\S+) to (?<high>\S+)$/, 'accepted.whole'],
  [/^a number from (?<low>\S+) to (?<high>\S+)$/, 'accepted.number'],
  [/^a score of (?<instrument>.+) from (?<low>\S+) to (?<high>\S+)$/, 'accepted.score'],
  [/^a language tag such as /, 'accepted.language'],
  [/^an invented name of at most (?<most>\d+) letters$/, 'accepted.pseudonym'],
  [/^text of at most (?<most>\d+) characters$/, 'accepted.text'],
  [/^(?<name>\S+), written so$/, 'accepted.writtenSo'],
  [/^a column of (?<kind>\w+): (?<names>.+)$/, 'accepted.columnsOf'],
  [/^a file or sheet named after a kind, and no others: (?<names>.+)$/, 'accepted.tables'],
  [/^open columns only: /, 'accepted.openOnly'],
  [/^an id that is unique in this file: .+, at most (?<most>\d+) characters$/, 'accepted.rowId'],
  [/^the row_id of a row of this file, /, 'accepted.anyRow'],
  [/^a row_id that stands in one row of this file only$/, 'accepted.ownRowId'],
  [/^the same content as before: /, 'accepted.sameContent'],
  [/^the code of a case that case_opened opens/, 'accepted.openedCase'],
  [/^a case that is opened once: /, 'accepted.openedOnce'],
  [/^the row_id of a row of (?<kind>\w+), /, 'accepted.targetRow'],
  [/^the row_id of another row of (?<kind>\w+), /, 'accepted.otherRow'],
  [/^a row that came before: /, 'accepted.earlierRow'],
  [/^a row with the same (?<column>\w+): /, 'accepted.sameSubject'],
  [/^a row that no other row amends: /, 'accepted.lastOfChain'],
  [/^as many cells as the header has: (?<count>\d+)$/, 'accepted.cellsOfHeader'],
  [/^commas between the columns /, 'accepted.commas'],
  [/^UTF-8 text \(/, 'accepted.utf8'],
  [/^quotation marks around the whole cell, /, 'accepted.quotes'],
  [/^text without (?:control characters|null bytes)$/, 'accepted.plainText'],
  [/^the value itself, without a formula$/, 'accepted.noFormula'],
  [/^a first row with the names of the columns$/, 'accepted.header'],
  [/^each column once$/, 'accepted.columnOnce'],
  [/^a name over each column$/, 'accepted.columnNamed'],
  [/^each table once$/, 'accepted.tableOnce'],
  [/^a day without a time of day$/, 'accepted.dayOnly'],
  [/^a table without merged cells$/, 'accepted.notMerged'],
  [/^the same workbook saved as \.xlsx$/, 'accepted.asXlsx'],
  [/^a workbook without a password$/, 'accepted.noPassword'],
]

/** What would be accepted, in the language; undefined where only the server's English has words for it. */
export function acceptedWords(
  { say, formats }: Pick<Speech, 'say' | 'formats'>,
  text: string,
): string | undefined {
  for (const [shape, message] of shapes) {
    const found = shape.exec(text)
    if (found === null) continue
    const { rest, ...values } = found.groups ?? {}
    const said = rest === undefined ? undefined : acceptedWords({ say, formats }, rest)
    if (rest !== undefined && said === undefined) return undefined
    const written = Object.entries(values).map(([name, value]) => [name, asWritten(formats, value)])
    return say(message, { ...Object.fromEntries(written), ...(said !== undefined && { rest: said }) })
  }
  return undefined
}

function asWritten(formats: Speech['formats'], value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? formats.decimal(Number(value), 3) : value
}
