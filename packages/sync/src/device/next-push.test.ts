import { expect, test } from 'vitest'
import { anEntry } from '../../../domain/src/journal/builders.ts'
import { bytesOf, largestMessage, mostInMessage } from '../measures/index.ts'
import { nextPush } from './next-push.ts'
import type { OwnItem } from './own-item.ts'

function anItem(order: number, bytes = 0): OwnItem {
  const entry = anEntry(order, bytes === 0 ? {} : { open: { note: 'x'.repeat(bytes) } })
  return { order, submission: { entry }, keys: [], standing: { state: 'to-go' } }
}

const orders = (items: readonly OwnItem[]): number[] => items.map(({ order }) => order)

test('a push holds as many items as a message may, in the order in which they were written', () => {
  const many = Array.from({ length: mostInMessage + 3 }, (_, index) => anItem(index + 1))
  expect(orders(nextPush(many).batch)).toEqual(orders(many.slice(0, mostInMessage)))
})

test('a push is no longer than a message may be', () => {
  const third = Math.floor(largestMessage / 3)
  const { batch } = nextPush([anItem(1, third), anItem(2, third), anItem(3, third), anItem(4)])
  expect(orders(batch)).toEqual([1, 2])
  expect(bytesOf(batch.map(({ submission }) => submission))).toBeLessThan(largestMessage)
})

test('SYN-7 an item that no message can hold is told apart, and holds nothing back', () => {
  const { batch, tooLarge } = nextPush([anItem(1), anItem(2, largestMessage), anItem(3)])
  expect(orders(batch)).toEqual([1, 3])
  expect(orders(tooLarge)).toEqual([2])
})
