// UI tests: a browser drives the real workbench, one window at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  test: {
    include: ['test/vscode/ui/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    // The first run installs VS Code and a browser.
    hookTimeout: 600_000,
  },
});
