// Builds dist/: the extension, its HTTP part (loaded on first use), the language server and its page on the rules, the command line,
// and the licenses.
import { writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { thirdPartyNotices } from './client/notices/thirdPartyNotices.ts';
import { helpersOnce, libraryInUse } from './server/bundling/library.ts';
import { rulesInShort, schemasComposed, verdictCompiled } from './server/bundling/schemas.ts';
import { rulesAsHtml } from './server/rulesPage.ts';

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // jsonc-parser's `main` is UMD, whose inner requires a bundler cannot follow.
  mainFields: ['module', 'main'],
  minify: true,
  metafile: true,
  // Its other form reads files, and this one could fetch them; `l10n.config` is given the words themselves.
  alias: { '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js' },
  define: { fetch: 'undefined' },
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
 * Leaves a bundle these modules of Node. Every other one that a library asks for is empty, so that the bundle has no way
 * to what they do; our own import of a name from an empty one does not build.
 * @param {readonly string[]} allowed names without `node:`
 * @returns {import('esbuild').Plugin}
 */
const onlyBuiltins = (allowed) => ({
  name: 'only-builtins',
  setup(context) {
    context.onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      isBuiltin(path) && !allowed.includes(path.replace('node:', '')) ? { path, namespace: 'not-allowed' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'not-allowed' }, () => ({ contents: 'export {};' }));
  },
});

/**
 * Of undici, only what sends a request by HTTP/1.1. Loading all of it would put its dispatcher in the place of the one
 * that the `fetch` of the whole process goes by.
 * @type {import('esbuild').Plugin}
 */
const undiciCore = {
  name: 'undici-core',
  setup(context) {
    context.onResolve({ filter: /^undici$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'undici-core',
      pluginData: resolveDir,
    }));
    context.onLoad({ filter: /.*/, namespace: 'undici-core' }, ({ pluginData: resolveDir }) => ({
      resolveDir,
      contents: `export { default as Client } from 'undici/lib/dispatcher/client.js';`,
    }));
    // What sends forms, which needs its `fetch`; HTTP/2, which is never agreed on; of one parser, the form for some machines.
    context.onResolve({ filter: /\/(web\/.*|client-h2\.js|llhttp_simd-wasm\.js)$/ }, ({ importer, path }) =>
      /undici.lib.(core|dispatcher)/.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export {};' }));
  },
};

/**
 * What esbuild is told for each file of dist/; test/bundles.test.ts says why each has its modules of Node.
 * @satisfies {Record<string, import('esbuild').BuildOptions>}
 */
export const bundles = {
  extension: {
    ...options,
    entryPoints: ['client/src/editor/extension.ts'],
    external: ['vscode'],
    plugins: [
      helpersOnce,
      atlasApart,
      onlyBuiltins(['child_process', 'crypto', 'fs', 'fs/promises', 'path', 'readline', 'util']),
    ],
    outfile: 'dist/extension.js',
  },
  atlas: {
    ...options,
    entryPoints: ['client/src/core/atlas/atlasClient.ts'],
    plugins: [
      undiciCore,
      onlyBuiltins([
        ...['net', 'tls', 'http', 'crypto', 'events', 'stream'],
        // For undici alone.
        ...['assert', 'buffer', 'diagnostics_channel', 'util'],
      ]),
    ],
    // Leaves out a third parser, which undici calls an experiment.
    define: { ...options.define, esbuildDetection: 'true' },
    outfile: 'dist/atlas.js',
  },
  server: {
    ...options,
    entryPoints: ['server/src/node.ts'],
    plugins: [
      onlyBuiltins(['crypto', 'url', 'util']),
      libraryInUse,
      helpersOnce,
      schemasComposed,
      rulesInShort,
      verdictCompiled,
    ],
    define: {
      ...options.define,
      // Where its library would make sockets; with it, nothing of the environment is left.
      'process.env.XDG_RUNTIME_DIR': 'undefined',
      'import.meta.filename': '__filename',
    },
    outfile: 'dist/server.js',
  },
  cli: {
    ...options,
    entryPoints: ['client/src/cli/main.ts'],
    plugins: [schemasComposed, rulesInShort, verdictCompiled],
    outfile: 'dist/cli.js',
  },
};

/** Those that the .vsix holds. */
const shipped = [bundles.extension, bundles.atlas, bundles.server];

/**
 * The text of dist/ThirdPartyNotices.txt.
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles that ship
 */
export function noticesOf(metafiles) {
  return thirdPartyNotices(
    metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs))),
  );
}

if (import.meta.main) {
  const metafiles = await Promise.all(
    shipped.map(async (bundle) => (await build({ ...bundle, metafile: true })).metafile),
  );
  await build(bundles.cli);
  await writeFile('dist/ThirdPartyNotices.txt', noticesOf(metafiles));
  await writeFile('dist/rules.html', rulesAsHtml());
}
