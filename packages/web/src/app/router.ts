import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routes.ts'
import { NotThere, Opening, SomethingBroke } from './states.tsx'

export const router = createRouter({
  routeTree,
  defaultPreload: false,
  // Figures hold still while somebody reads them; a change (import, retry) asks again by itself.
  defaultStaleTime: 60_000,
  defaultPendingMs: 300,
  defaultPendingComponent: Opening,
  defaultErrorComponent: SomethingBroke,
  defaultNotFoundComponent: NotThere,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
