// What the build leaves out of the libraries that speak LSP.

import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as types from 'vscode-languageserver-types';
import { bundles } from '../../esbuild.mjs';
import { __importStar } from '../../server/bundling/helpers.ts';
import { typesInUse } from '../../server/bundling/library.ts';

test.each(['server', 'extension'] as const)(
  'no file of a library in dist/%s.js has helpers of its own',
  async (name) => {
    const { outputFiles } = await build({ ...bundles[name], write: false });
    expect(outputFiles[0]?.text).toContain('__esModule');
    expect(outputFiles[0]?.text).not.toContain('__createBinding');
  },
);

test('the server and its library use no type that is left out', async () => {
  const { metafile } = await build({ ...bundles.server, write: false, metafile: true });
  const read = (files: RegExp) =>
    Promise.all(
      Object.keys(metafile.inputs)
        .filter((input) => files.test(input))
        .map((input) => readFile(input, 'utf8')),
    );
  const library = (await read(/vscode-languageserver(-protocol)?\/lib\//)).join('\n');
  const used = [...library.matchAll(/languageserver_types_1\.(\w+)/g)].map(([, type = '']) => type);
  expect([...new Set(used)].sort()).toEqual(typesInUse);

  const own = (await read(/^server\/src\/[^/]+\.ts$/)).join('\n');
  const imports = own.match(/import \{[^;]* from 'vscode-languageserver'/g) ?? [];
  const imported = imports.join('\n').match(/(?<!type )\b[A-Z]\w+/g) ?? [];
  expect(imported).toContain('TextDocuments');
  expect(imported.filter((name) => name in types)).toEqual([]);
});

test('what others change in a module later is seen', () => {
  const module = { fork: () => 'old' };
  const star = __importStar(module) as typeof module & { readonly default: unknown };
  module.fork = () => 'new';
  expect([star.fork(), star.default === module]).toEqual(['new', true]);
});
