import { defineConfig } from 'vitest/config'

// Journeys take turns: each starts its own Sathi and browser, and together they would starve two cores.
export default defineConfig({
  test: {
    include: ['e2e/*.spec.ts'],
    globalSetup: ['e2e/journey/prepare-demo.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Programs are killed and clocks race here: on a crowded computer a test may be tried once more, and says so.
    retry: process.env.CI ? 1 : 0,
  },
})
