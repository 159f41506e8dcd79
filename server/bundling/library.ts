// Of the libraries that speak LSP, what is used: plugins of esbuild.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** What of LSP the server doesn't offer; a second way to cancel; `files` looks for modules and starts package managers. */
const notOffered = [
  ...['callHierarchy', 'colorProvider', 'declaration', 'fileOperations', 'implementation', 'inlayHint'],
  ...['inlineCompletion', 'inlineValue', 'linkedEditingRange', 'moniker', 'notebook', 'semanticTokens'],
  ...['showDocument', 'textDocumentContent', 'typeDefinition', 'typeHierarchy'],
  ...['sharedArrayCancellation', 'files'],
];

/** Of the types, what the library itself uses; it would pass on all of them. */
export const typesInUse = ['URI', 'WorkspaceFolder'];

/** Leaves out features that the server doesn't offer, and types that nobody asks for. */
export const libraryInUse: Plugin = {
  name: 'library-in-use',
  setup: (context) => {
    const filter = new RegExp(`^\\./(protocol\\.)?(${notOffered.join('|')})$`);
    context.onResolve({ filter }, ({ importer }) =>
      /vscode-(jsonrpc|languageserver|languageserver-protocol).lib./.test(importer)
        ? { path: 'feature', namespace: 'left-out' }
        : undefined,
    );
    // A feature is a function that adds to a class; this one adds nothing.
    context.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = new Proxy({}, { get: () => (base) => base });',
    }));
    context.onResolve({ filter: /^vscode-languageserver-types$/ }, ({ kind, resolveDir }) =>
      kind === 'require-call' ? { path: 'types', namespace: 'types-in-use', pluginData: resolveDir } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'types-in-use' }, ({ pluginData: resolveDir }) => ({
      resolveDir,
      contents: `export { ${typesInUse} } from 'vscode-languageserver-types';`,
    }));
    context.onLoad({ filter: /vscode-languageserver-types.lib.esm.main\.js$/ }, async ({ path }) => ({
      contents: withPureNamespaces(await readFile(path, 'utf8')),
    }));
  },
};

/** A namespace as TypeScript writes it, changed so that it can be left out: into a call that is known to do nothing else. */
function withPureNamespaces(code: string): string {
  return code
    .replaceAll(/var (\w+);\n\(function \(\1\) \{/g, 'var $1 = /* @__PURE__ */ (function ($1) {')
    .replaceAll(/\}\)\((\w+) \|\| \(\1 = \{\}\)\);/g, 'return $1; })({});');
}

/** Takes the same helpers of TypeScript from one place, which each file of the libraries would bring along. */
export const helpersOnce: Plugin = {
  name: 'helpers-once',
  setup: (context) => {
    context.initialOptions.inject = [join(import.meta.dirname, 'helpers.ts')];
    context.onLoad(
      { filter: /vscode-(jsonrpc|language(server|server-protocol|client)).lib.*\.js$/ },
      async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(
          /^var __(createBinding|setModuleDefault|importStar|exportStar) = [\s\S]*?^\}[()]*;$/gm,
          '',
        ),
      }),
    );
  },
};
