import type { PartName, SheetBook } from '@sathi/domain'

declare const opened: unique symbol

/** A book whose sheets are known to stay as they are, so that what is derived from it may be remembered. */
export type OpenBook = SheetBook & { readonly [opened]: true }

const openBooks = new WeakMap<SheetBook, OpenBook>()

/** Opens a book. The same book is the same open book, as long as each of its parts is the same map. */
export function openBook(book: SheetBook): OpenBook {
  const known = openBooks.get(book)
  if (known !== undefined && hasSameParts(known, book)) return known
  const open = { ...book } as OpenBook
  openBooks.set(book, open)
  return open
}

function hasSameParts(one: SheetBook, other: SheetBook): boolean {
  const names = Object.keys(other) as PartName[]
  return names.every((name) => one[name] === other[name])
}

/** Derives something from a whole book once for all indicators, quarters and questions asked of it. */
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
 * Derives something from some parts of a book, and again only when a body in them has changed: after most entries none
 * has. Bodies are never changed, so the same objects say the same.
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
    const first = firstBodyOf(book, parts)
    const known = first && byFirstBody.get(first)
    if (known !== undefined && holdsExactly(book, parts, known.bodies)) return known.derived
    const derived = derive(book)
    if (first !== undefined) byFirstBody.set(first, { bodies: bodiesOf(book, parts), derived })
    return derived
  })
}

function firstBodyOf(book: OpenBook, parts: readonly PartName[]): object | undefined {
  const part = parts.find((name) => book[name].size > 0)
  return part && book[part].values().next().value
}

/** Every subject and body of the parts, one after the other. */
function bodiesOf(book: OpenBook, parts: readonly PartName[]): unknown[] {
  const bodies: unknown[] = []
  for (const part of parts) for (const [subject, body] of book[part]) bodies.push(subject, body)
  return bodies
}

function holdsExactly(book: OpenBook, parts: readonly PartName[], bodies: readonly unknown[]): boolean {
  let place = 0
  for (const part of parts) {
    for (const [subject, body] of book[part]) {
      if (bodies[place] !== subject || bodies[place + 1] !== body) return false
      place += 2
    }
  }
  return place === bodies.length
}
