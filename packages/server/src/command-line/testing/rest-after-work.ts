import { setTimeout as pause } from 'node:timers/promises'
import { giveMemoryBack } from '../give-memory-back.ts'

/** A program that works hard and then rests: says how much memory it has after the work and after the rest, in MiB. */
const [mode = ''] = process.argv.slice(2)
const size = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)
if (mode === 'gives-back') giveMemoryBack({ everyMs: 200, modestBytes: 0 })

let rows: object[] = []
for (let row = 0; row < 1_500_000; row += 1) rows.push({ row, code: `S-${row}` })
const worked = rows.length && size()
rows = []
await pause(3_000)
process.stdout.write(JSON.stringify({ worked, rested: size() }))
