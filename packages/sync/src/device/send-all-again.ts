import type { DeviceStore, DeviceWrite } from './device-store.ts'

/** Own items that reached the office in an earlier life of its feed, to go once more: a restored office may lack them. */
export async function sendAllAgain(store: DeviceStore): Promise<readonly DeviceWrite[]> {
  const arrived = await store.listItems(['stored', 'quarantined'])
  return arrived.map(({ submission }) => ({
    write: 'standing',
    id: submission.entry.id,
    standing: { state: 'to-go' },
  }))
}
