/** The folder of this app that no other page and no file manager shows. */
export function folderOfDevice(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory()
}

export async function findFile(name: string): Promise<FileSystemFileHandle | undefined> {
  try {
    return await (await folderOfDevice()).getFileHandle(name)
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'NotFoundError') return undefined
    throw fault
  }
}

/** Takes everything out of the folder, but for the files that are named. */
export async function clearFolder(...keep: readonly string[]): Promise<void> {
  const folder = await folderOfDevice()
  // The types of pages do not name this method.
  const { keys } = folder as unknown as { keys: () => AsyncIterable<string> }
  const names: string[] = []
  for await (const name of keys.call(folder)) if (!keep.includes(name)) names.push(name)
  for (const name of names) await removeSoon(folder, name)
}

const longestTries = 40

/** A worker that was ended a moment ago, here or in another tab, may still hold a file. */
async function removeSoon(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await folder.removeEntry(name, { recursive: true })
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === 'NotFoundError') return
      if (tries === longestTries) throw fault
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
