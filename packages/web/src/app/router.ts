import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routes.ts'
import { NotShown, NotThere, Opening } from './states.tsx'

export const router = createRouter({
  routeTree,
  defaultPreload: false,
  // Long enough that going back and forth asks nothing; short enough that an import elsewhere is seen soon.
  defaultStaleTime: 10_000,
  defaultPendingMs: 300,
  defaultPendingComponent: Opening,
  defaultErrorComponent: NotShown,
  defaultNotFoundComponent: NotThere,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
