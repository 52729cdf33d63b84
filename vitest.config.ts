import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/server.ts', 'tests/support/children.ts'],
    testTimeout: 120_000, hookTimeout: 120_000, pool: 'threads', isolate: false,
  },
})
