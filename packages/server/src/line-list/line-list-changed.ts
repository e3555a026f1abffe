/** The list, or what is stored, was changed by somebody while a list was taken in; thrown inside the transaction, so nothing is kept. */
export class LineListChanged extends Error {
  constructor() {
    super('the line list or the store was changed in between; nothing was stored')
  }
}
