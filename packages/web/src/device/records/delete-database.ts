export const databaseName = 'sathi'

/** Deletes the database, when every tab has let go of it. Done without Dexie, which a locked device has not loaded. */
export function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('the database was not deleted'))
  })
}
