import type { FieldShape } from '@sathi/domain/journal'

/** What keeps a field from being taken. Never the value that was found. */
export type Problem =
  | { readonly type: 'missing' }
  | { readonly type: 'shape'; readonly shape: FieldShape }
  | { readonly type: 'range'; readonly min: number; readonly max: number }
  | { readonly type: 'rule' }
  | { readonly type: 'undecided' }
  | { readonly type: 'too-long'; readonly longest: number }
  | { readonly type: 'phone-number' }
  | { readonly type: 'phone-owner' }

/** `field` is a field of the kind, or `occurred_on`. `row` is the place in a list of names or phones, from 0. */
export type FormFault = { readonly field: string; readonly problem: Problem; readonly row?: number }
