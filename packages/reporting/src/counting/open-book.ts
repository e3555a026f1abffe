import type { PartName } from '@sathi/domain'
import type { SheetBook } from './sheet-book.ts'

declare const opened: unique symbol

/** A book as one computation sees it. What is derived from the whole book is remembered by this object alone. */
export type OpenBook = SheetBook & { readonly [opened]: true }

/** Opens a book for one computation. A book whose sheets have changed since must be opened again. */
export function openBook(book: SheetBook): OpenBook {
  return { ...book } as OpenBook
}

/** Derives something from a whole book once for all the indicators and quarters of one computation. */
export function oncePerBook<Derived extends object>(
  derive: (book: OpenBook) => Derived,
): (book: OpenBook) => Derived {
  const known = new WeakMap<OpenBook, Derived>()
  return (book) => {
    const found = known.get(book)
    if (found !== undefined) return found
    const derived = derive(book)
    known.set(book, derived)
    return derived
  }
}

/**
 * Derives something from some parts of a book, and again only when a body in them has changed: after most entries it
 * has not. Bodies are never changed, so the same objects say the same.
 */
export function oncePerBodies<Derived extends object>(
  parts: readonly PartName[],
  derive: (book: OpenBook) => Derived,
): (book: OpenBook) => Derived {
  const byFirstBody = new WeakMap<
    object,
    { readonly bodies: readonly unknown[]; readonly derived: Derived }
  >()
  return oncePerBook((book) => {
    const bodies: unknown[] = []
    let first: object | undefined
    for (const part of parts) {
      for (const [subject, body] of book[part]) {
        bodies.push(subject, body)
        first ??= body
      }
    }
    const known = first && byFirstBody.get(first)
    if (known !== undefined && areSame(known.bodies, bodies)) return known.derived
    const derived = derive(book)
    if (first !== undefined) byFirstBody.set(first, { bodies, derived })
    return derived
  })
}

function areSame(known: readonly unknown[], bodies: readonly unknown[]): boolean {
  return known.length === bodies.length && known.every((body, index) => body === bodies[index])
}
