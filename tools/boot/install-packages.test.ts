import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areInstalled } from './install-packages.mjs'

// What npm itself does is seen on every fresh clone; here is what decides whether it is asked at all.

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sathi-packages-'))
  mkdirSync(join(folder, 'node_modules', 'left'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const left = { version: '1.0.0', integrity: 'sha512-left' }
const here = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
const elsewhere = { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['vax'] }

function lockWith(packages: object): void {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
}

function npmRecorded(packages: object): void {
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}

test('a fresh clone has no packages', () => {
  lockWith({ 'node_modules/left': left })
  expect(areInstalled(folder)).toBe(false)
})

test('what a plain npm install left is recognised, and not asked about again', () => {
  lockWith({ 'node_modules/left': left, 'node_modules/far': elsewhere })
  npmRecorded({ 'node_modules/left': left })
  expect(areInstalled(folder)).toBe(true)
  rmSync(join(folder, 'node_modules', '.package-lock.json'))
  expect(areInstalled(folder)).toBe(true)
})

test('a changed package-lock.json asks for an installation', () => {
  lockWith({ 'node_modules/left': left })
  npmRecorded({ 'node_modules/left': left })
  expect(areInstalled(folder)).toBe(true)
  lockWith({ 'node_modules/left': { ...left, version: '1.0.1' } })
  expect(areInstalled(folder)).toBe(false)
})

test('a program for this very machine that was not downloaded asks for an installation', () => {
  lockWith({ 'node_modules/left': left, 'node_modules/engine': here })
  npmRecorded({ 'node_modules/left': left })
  expect(areInstalled(folder)).toBe(false)
})

test('an interrupted installation does not look done', () => {
  lockWith({ 'node_modules/left': left })
  npmRecorded({ 'node_modules/left': left })
  writeFileSync(join(folder, 'node_modules', '.sathi-installing'), '')
  expect(areInstalled(folder)).toBe(false)
})
