// Unit tests: everything below test/ that needs no VS Code and no browser.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
  },
});
