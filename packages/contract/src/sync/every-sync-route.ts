import type { Route } from '../route/index.ts'
import { quarantineRoute, setAsideRoute, takeEntryRoute } from './quarantine-routes.ts'
import {
  announceBlobRoute,
  blobRoute,
  chunkRoute,
  helloRoute,
  pullRoute,
  pushRoute,
  putChunkRoute,
  wipedRoute,
} from './sync-routes.ts'

/** What a device and the office say to each other, and the supervisor's quarantine. */
export const syncRoutes: readonly Route[] = [
  helloRoute,
  wipedRoute,
  pushRoute,
  pullRoute,
  announceBlobRoute,
  putChunkRoute,
  blobRoute,
  chunkRoute,
  quarantineRoute,
  takeEntryRoute,
  setAsideRoute,
]
