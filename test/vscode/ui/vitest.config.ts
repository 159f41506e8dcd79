// UI tests: a browser drives the real workbench, one window at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // For runVitest.ts.
  resolve: { preserveSymlinks: true },
  test: {
    include: ['test/vscode/ui/**/*.test.ts'],
    globalSetup: 'test/support/leavesNothing.ts',
    fileParallelism: false,
    // A browser, a server and an extension host share two cores, and perhaps with others: what hangs shall end, what is late shall not fail.
    testTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // The first run installs VS Code and a browser.
    hookTimeout: 600_000,
  },
});
