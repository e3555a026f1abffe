import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['packages/server/src/postgres/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Programs are killed and clocks race here: on a crowded computer a test may be tried once more, and says so.
    retry: process.env.CI ? 1 : 0,
  },
})
