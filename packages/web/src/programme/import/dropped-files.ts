import type { DropItem } from 'react-aria-components/ListBox'

/** Every file that was dropped, those in folders too, however deep. */
export async function droppedFiles(items: Iterable<DropItem> | AsyncIterable<DropItem>): Promise<File[]> {
  const files: File[] = []
  for await (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile())
    if (item.kind === 'directory') files.push(...(await droppedFiles(item.getEntries())))
  }
  return files
}
