import { defineConfig } from 'vitest/config';

/** One file after the other: each has a server and a browser of its own, and the machine may have two cores. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // a browser beside a server on two cores may once be too slow for a step; what is broken fails again
    retry: 2,
    reporters: ['verbose'],
  },
});
