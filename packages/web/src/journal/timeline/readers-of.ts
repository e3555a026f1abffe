import type { AnyKind, Compartment } from '@sathi/domain/journal'
import { type Role, roles, roleTable, roleWords } from '@sathi/domain/staff'
import { localeOf, type Speech } from '../../language/index.ts'

/** Roles that open a compartment of the cases that they are assigned to. A device knows roles, not who has them. */
export function readersOf(compartment: Compartment): readonly Role[] {
  return roles.filter((role) => roleTable[role].opens.includes(compartment))
}

export function readerNames({ word }: Pick<Speech, 'word'>, compartment: Compartment): readonly string[] {
  return readersOf(compartment).map((role) => word(roleWords(role)))
}

export function readersWords(speech: Pick<Speech, 'word' | 'language'>, compartment: Compartment): string {
  return new Intl.ListFormat(localeOf(speech.language), { type: 'conjunction' }).format(
    readerNames(speech, compartment),
  )
}

/** The compartment that files of a kind lie in; undefined for a kind that takes none. */
export function compartmentOfFiles(kind: AnyKind): Compartment | undefined {
  return Object.values(kind.sealed).find(({ holds }) => holds === 'file')?.compartment
}
