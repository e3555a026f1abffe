import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkRooms } from './check-rooms.ts'

let root = ''
afterEach(() => rmSync(root, { recursive: true, force: true }))

function aRepositoryWith(...folders: string[]): string {
  root = mkdtempSync(join(tmpdir(), 'sathi-rooms-'))
  for (const folder of folders) mkdirSync(join(root, 'packages', folder), { recursive: true })
  return root
}

test('a room of domain may be found in every package', () => {
  expect(checkRooms(aRepositoryWith('domain/src/cases', 'web/src/cases', 'web/src/ui'))).toEqual([])
})

test('a folder that domain does not have is no room, even under a known word', () => {
  const faults = checkRooms(aRepositoryWith('domain/src/cases', 'reporting/src/training', 'web/src/widgets'))
  expect(faults).toEqual([
    expect.stringContaining('packages/reporting/src/training is no room'),
    expect.stringContaining('packages/web/src/widgets is no room'),
  ])
})

test('domain itself may not invent a room', () => {
  expect(checkRooms(aRepositoryWith('domain/src/follow-ups'))).toHaveLength(1)
})

test('what carries one package carries no other', () => {
  expect(checkRooms(aRepositoryWith('domain/src/cases', 'reporting/src/database'))).toHaveLength(1)
})
