// Builds dist/: the extension, its HTTP part (loaded on first use), the language server and the command line.
import { build } from 'esbuild';
import { compileSchemas } from './server/compileSchemas.ts';

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // vscode-json-languageservice's `main` is UMD, whose inner requires a bundler cannot follow.
  mainFields: ['module', 'main'],
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Keeps `import('./atlas/atlasClient.ts')` a load at run time, so that nothing of HTTP is read at start-up.
 * @type {import('esbuild').Plugin}
 */
const atlasApart = {
  name: 'atlas-apart',
  setup(context) {
    context.onResolve({ filter: /\/atlas\/atlasClient\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './atlas.js', external: true } : undefined,
    );
  },
};

/**
 * What esbuild is told for each file of dist/.
 * @satisfies {Record<string, import('esbuild').BuildOptions>}
 */
export const bundles = {
  extension: {
    ...options,
    entryPoints: ['client/src/extension.ts'],
    external: ['vscode'],
    plugins: [atlasApart],
    outfile: 'dist/extension.js',
  },
  atlas: { ...options, entryPoints: ['client/src/atlas/atlasClient.ts'], outfile: 'dist/atlas.js' },
  server: { ...options, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  cli: { ...options, entryPoints: ['client/src/cli/main.ts'], outfile: 'dist/cli.js' },
};

if (import.meta.main) {
  await compileSchemas();
  await Promise.all(Object.values(bundles).map((bundle) => build(bundle)));
}
