// UI tests: a browser drives the real workbench, one window at a time.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../../..'),
  test: {
    include: ['test/vscode/ui/**/*.test.ts'],
    globalSetup: 'test/support/leavesNothing.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    // A browser, a server and an extension host share two cores: what fails once may be late.
    retry: 1,
    expect: { poll: { timeout: 15_000 } },
    // The first run installs VS Code and a browser.
    hookTimeout: 600_000,
  },
});
