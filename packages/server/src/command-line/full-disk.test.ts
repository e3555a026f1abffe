import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fillDisk } from '../database/testing/fill-disk.ts'
import { startPostgres } from '../postgres/index.ts'
import { makeFolder, runProgram } from './testing/run-program.ts'

test('an import that fills the disk says so in one line, stores nothing, and goes through once there is room', async () => {
  const { folder, remove } = makeFolder()
  onTestFinished(remove)
  const dataDir = join(folder, 'data')
  const list = join(folder, 'case_opened.csv')
  const header = 'row_id,case_code,occurred_on,pathway,gender,is_child\n'
  writeFileSync(list, `${header}CO-1,C-0001,2021-02-01,shelter,Feminine,no\n`)
  const importing = (...words: string[]) => runProgram(['import', list, '--data', dataDir, ...words])
  expect((await importing('--dry-run')).status).toBe(0)
  const started = await startPostgres({ dataDir })
  if (!started.ok) throw new Error(started.refusal.message)
  const { owner, stop } = started.value
  onTestFinished(stop)

  const makeRoom = await fillDisk(owner, dataDir)
  const full = await importing()
  expect(full).toMatchObject({ status: 1, stdout: '' })
  expect(full.stderr).toMatch(
    /^The disk is full\. Nothing of this was stored;[^\n]*Free at least 1 GB[^\n]*\n$/,
  )
  makeRoom()
  expect((await importing()).stdout).toContain('1 stored, 0 there already')
})
