import type { SheetBook } from './sheet-book.ts'

declare const opened: unique symbol

/** A book as one computation sees it. What is derived from the whole book is remembered by this object alone. */
export type OpenBook = SheetBook & { readonly [opened]: true }

/** Opens a book for one computation. A book whose sheets have changed since must be opened again. */
export function openBook(book: SheetBook): OpenBook {
  return { ...book } as OpenBook
}

/** Derives something from a whole book once for all the indicators and quarters of one computation. */
export function oncePerBook<Derived>(derive: (book: SheetBook) => Derived): (book: OpenBook) => Derived {
  const known = new WeakMap<OpenBook, { readonly derived: Derived }>()
  return (book) => {
    let found = known.get(book)
    if (found === undefined) {
      found = { derived: derive(book) }
      known.set(book, found)
    }
    return found.derived
  }
}
