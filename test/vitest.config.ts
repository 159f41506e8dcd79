// Unit tests: everything below test/ that needs no VS Code and no browser.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // For runVitest.ts.
  resolve: { preserveSymlinks: true },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
    globalSetup: 'test/support/leavesNothing.ts',
    // No test leans on another one. The seed is printed, and `--sequence.seed=…` repeats the order.
    sequence: { shuffle: true },
    // Nothing here is measured: what hangs shall end, what shares two cores shall not fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    // By default one core is left idle, which on a small machine is half of it.
    maxWorkers: '100%',
  },
});
