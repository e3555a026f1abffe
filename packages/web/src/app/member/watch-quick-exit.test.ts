import { expect, test } from 'vitest'
import { watchQuickExit } from './watch-quick-exit.ts'

function keyboard() {
  const target = new EventTarget()
  let clock = 0
  let exits = 0
  const stop = watchQuickExit(
    target,
    () => exits++,
    () => clock,
  )
  const send = (type: string, key: string) => target.dispatchEvent(Object.assign(new Event(type), { key }))
  return {
    press(key: string, after = 300) {
      clock += after
      send('keydown', key)
      send('keyup', key)
    },
    capital(letter: string) {
      clock += 300
      send('keydown', 'Shift')
      send('keydown', letter)
      send('keyup', letter)
      send('keyup', 'Shift')
    },
    stop,
    exits: () => exits,
  }
}

test('Shift three times within five seconds leaves', () => {
  const { press, exits } = keyboard()
  press('Shift')
  press('Shift')
  expect(exits()).toBe(0)
  press('Shift')
  expect(exits()).toBe(1)
})

test('Capitals, other keys in between, and slow presses stay', () => {
  const typing = keyboard()
  for (const letter of 'ABCDE') typing.capital(letter)
  expect(typing.exits()).toBe(0)
  const between = keyboard()
  for (const key of ['Shift', 'Shift', 'a', 'Shift']) between.press(key)
  expect(between.exits()).toBe(0)
  const slow = keyboard()
  for (let count = 0; count < 5; count++) slow.press('Shift', 2600)
  expect(slow.exits()).toBe(0)
})

test('Nothing is heard any more after stopping', () => {
  const { press, stop, exits } = keyboard()
  stop()
  for (let count = 0; count < 3; count++) press('Shift')
  expect(exits()).toBe(0)
})
