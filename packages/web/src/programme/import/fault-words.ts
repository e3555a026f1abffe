import type { Speech } from '../../language/index.ts'

/** What is wrong, in the language; a kind of fault that has no words yet is shown by its code. */
export function faultWords({ find }: Pick<Speech, 'find'>, code: string): string {
  return find(`fault.${code}`) ?? code.replaceAll('-', ' ')
}
