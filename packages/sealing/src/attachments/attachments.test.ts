import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomBytes, sha256, toBase64url } from '../primitives/index.ts'
import { openedValue, withFlippedBit } from '../testing/builders.ts'
import {
  chunkLength,
  countChunks,
  createFileKey,
  loadFileKey,
  openChunk,
  openFile,
  sealChunk,
  sealFile,
} from './index.ts'

const bigFile = new Uint8Array(2 * chunkLength + 1000).map((_, at) => at % 251)
const sealed = await sealFile('file-1', bigFile)
const bytes = sealed.chunks.map((chunk) => chunk.bytes)
const open = (chunks: readonly Uint8Array<ArrayBuffer>[], fileKey = sealed.fileKey, id = 'file-1') =>
  openFile(id, fileKey, chunks)

describe('a file in chunks', () => {
  test('SEA-22 is the same file again, from every length that ends within, at or after a chunk', async () => {
    expect(openedValue(await open(bytes)).length).toBe(bigFile.length)
    expect(await sha256(openedValue(await open(bytes)))).toEqual(await sha256(bigFile))
    for (const [length, chunks] of [
      [0, 1],
      [1, 1],
      [chunkLength - 1, 1],
      [chunkLength, 1],
      [chunkLength + 1, 2],
      [2 * chunkLength, 2],
    ] as const) {
      const file = bigFile.slice(0, length)
      const short = await sealFile('file-2', file)
      expect([short.chunks.length, countChunks(length)]).toEqual([chunks, chunks])
      const again = openedValue(
        await openFile(
          'file-2',
          short.fileKey,
          short.chunks.map((chunk) => chunk.bytes),
        ),
      )
      expect(toBase64url(await sha256(again))).toBe(toBase64url(await sha256(file)))
    }
  })

  test('SEA-22 opens neither cut short, nor reordered, nor with a chunk twice or left out', async () => {
    const [first, second, last] = bytes as [Bytes, Bytes, Bytes]
    type Bytes = (typeof bytes)[number]
    for (const wrong of [
      [],
      [first],
      [first, second],
      [second, first, last],
      [first, last],
      [first, first, second, last],
      [first, second, last, last],
      [first, last, second],
      [new Uint8Array()],
    ]) {
      expect((await open(wrong)).state).toBe('refused')
    }
  })

  test('SEA-22 opens with no chunk, key or name of another file', async () => {
    const other = await sealFile('file-1', bigFile)
    const strange = other.chunks[1]?.bytes ?? new Uint8Array()
    expect((await open(bytes.with(1, strange))).state).toBe('refused')
    expect((await open(bytes, other.fileKey)).state).toBe('refused')
    expect((await open(bytes, createFileKey())).state).toBe('refused')
    expect((await open(bytes, 'no key')).state).toBe('refused')
    expect((await open(bytes, sealed.fileKey, 'file-2')).state).toBe('refused')
  })

  test('SEA-22 each chunk is bound to its index and to whether it is the last', async () => {
    const key = openedValue(await loadFileKey(sealed.fileKey))
    const place = { attachmentId: 'file-3', index: 4, last: true }
    const chunk = await sealChunk(key, place, randomBytes(100))
    expect((await openChunk(key, place, chunk.bytes)).state).toBe('open')
    expect((await openChunk(key, { ...place, index: 5 }, chunk.bytes)).state).toBe('refused')
    expect((await openChunk(key, { ...place, attachmentId: 'file-4' }, chunk.bytes)).state).toBe('refused')
    const full = await sealChunk(key, { ...place, last: false }, bigFile.slice(0, chunkLength))
    expect((await openChunk(key, place, full.bytes)).state).toBe('refused')
    expect((await openChunk(key, { ...place, last: false }, full.bytes)).state).toBe('open')
    await expect(sealChunk(key, { ...place, last: false }, randomBytes(100))).rejects.toThrow()
    await expect(sealChunk(key, place, bigFile)).rejects.toThrow()
  })

  test('SEA-22 says of each chunk the SHA-256 of its ciphertext', async () => {
    for (const chunk of sealed.chunks) expect(chunk.digest).toBe(toBase64url(await sha256(chunk.bytes)))
  })

  test('SEA-5 no bit of a chunk can be flipped', async () => {
    const short = await sealFile('file-5', randomBytes(500))
    const [chunk] = short.chunks
    const run = fc.asyncProperty(fc.nat(528 * 8 - 1), async (bit) => {
      const flipped = withFlippedBit(chunk?.bytes ?? new Uint8Array(1), bit)
      expect((await openFile('file-5', short.fileKey, [flipped])).state).toBe('refused')
    })
    await fc.assert(run, { numRuns: 50 })
  })
})
