import { openLineList, openUploadedLineList } from '../index.ts'

// Run as a program of its own, so that memory can be measured and writing forbidden: node read-list.ts WAY PATH
const [, , way = '', path = ''] = process.argv

async function* endless(bytes: number) {
  for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536, 'a')
}

const started = performance.now()
const opened =
  way === 'upload'
    ? await openUploadedLineList([{ name: 'follow_up.csv', open: () => endless(Number(path)) }])
    : await openLineList(path)
let rows = 0
const codes: string[] = []
if (opened.kind === 'refused') codes.push(...opened.faults.map(({ code }) => code))
else {
  for (const table of opened.list.tables) {
    for await (const part of opened.list.read(table)) {
      if (part.kind === 'rows') rows += part.rows.length
      else if (part.kind === 'fault') codes.push(part.fault.code)
    }
  }
}
const peakMebibytes = process.resourceUsage().maxRSS / 1024
const outcome = {
  rows,
  codes: codes.slice(0, 10),
  seconds: (performance.now() - started) / 1000,
  peakMebibytes,
}
process.stdout.write(JSON.stringify(outcome))
