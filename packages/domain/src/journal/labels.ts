import type { CodeList } from './codes.ts'
import type { AnyKind } from './kind.ts'
import type { Words } from './words.ts'

type FieldNames<K extends AnyKind> = Extract<keyof K['open'] | keyof K['sealed'], string>

/** The words of one kind: its own label and one per field, open or sealed. A field without words does not compile. */
export type KindLabels<K extends AnyKind = AnyKind> = {
  readonly label: Words
  readonly fields: Readonly<Record<FieldNames<K>, Words>>
}

/** The words of code lists, keyed as the lists are. A code without words does not compile. */
export type ListLabels<Lists extends Readonly<Record<string, CodeList>>> = {
  readonly [Name in keyof Lists]: Readonly<Record<Lists[Name]['codes'][number], Words>>
}

/** The words of a room: `{ kinds, lists }` complete for everything that the room declares. */
export type RoomLabels<
  Kinds extends Readonly<Record<string, AnyKind>>,
  Lists extends Readonly<Record<string, CodeList>>,
> = {
  readonly room: Words
  readonly kinds: { readonly [Name in keyof Kinds]: KindLabels<Kinds[Name]> }
  readonly lists: ListLabels<Lists>
}
