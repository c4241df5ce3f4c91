import { defineConfig } from 'vitest/config';

const databases = { globalSetup: ['tests/databases.setup.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/server/src/**/*.test.ts',
            'processes/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/repository/**/*.test.ts',
            'tests/conformance/**/*.test.ts',
            'tests/property/**/*.test.ts',
            'tests/bpmn/**/*.test.ts',
          ],
          environment: 'node',
          pool: 'forks',
          maxWorkers: '100%',
          testTimeout: 90_000,
          hookTimeout: 120_000,
          ...databases,
        },
      },
      {
        test: { name: 'web', include: ['apps/web/src/**/*.test.ts'], environment: 'node' },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          ...databases,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
