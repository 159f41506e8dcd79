// Who may import whom: every import of every source file is checked against the one table.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { connectionTypeNames } from '../server/src/engine/schema/connectionTypes.ts';
import { faultsOf } from './support/faultsOf.ts';

const root = join(import.meta.dirname, '..');

const lsp = /^vscode-languageserver-(types|textdocument)$/;

/** What client and server say to each other. */
const wire = /^server\/src\/(protocol|deployedProtocol|newFileProtocol)\.ts$/;

/** What engine and client have in common. */
const shared =
  /^server\/src\/(protocol|deployedProtocol|newFileProtocol|clientCommands|secretNames|secrets|logins|nearest)\.ts$/;

/** What every feature of the editor may use. */
const forEditor = [
  /^client\/src\/core\//,
  /^server\/src\/(protocol|deployedProtocol|newFileProtocol|secretNames|secrets|logins)\.ts$/,
  /^vscode$/,
  /^vscode-languageclient/,
  /^node:/,
];

/** The first entry whose folder holds the file decides; an import is a package name or a path from the root. */
const allowed: readonly { readonly from: RegExp; readonly imports: readonly RegExp[] }[] = [
  // The engine reads downwards: json, schema, findings, connection, fixing, features.
  { from: /^server\/src\/engine\/json\//, imports: [/^server\/src\/engine\/json\//, /^jsonc-parser$/, lsp] },
  { from: /^server\/src\/engine\/schema\/verdict(Schema)?\.ts$/, imports: [/^server\/src\/engine\/schema\//, /^ajv$/] },
  {
    from: /^server\/src\/engine\/(schema\/|placeholders\.ts$)/,
    imports: [/^server\/src\/engine\/(json|schema)\//, /^schemas\//, lsp, shared],
  },
  {
    from: /^server\/src\/engine\/findings\//,
    imports: [/^server\/src\/(engine\/((json|schema|findings)\/|placeholders\.ts$)|remembering\.ts$)/, lsp, shared],
  },
  {
    from: /^server\/src\/engine\/connection\//,
    imports: [
      /^server\/src\/engine\/((json|schema|findings|connection)\/|placeholders\.ts$)/,
      /^schemas\//,
      lsp,
      shared,
    ],
  },
  {
    from: /^server\/src\/engine\/fixing\//,
    imports: [
      /^server\/src\/engine\/((json|schema|findings|connection|fixing)\/|placeholders\.ts$)/,
      /^jsonc-parser$/,
      lsp,
      shared,
    ],
  },
  {
    from: /^server\/src\/engine\//,
    imports: [/^server\/src\/engine\//, /^(schemas|snippets)\//, /^jsonc-parser$/, lsp, shared],
  },
  { from: wire, imports: [/^vscode-languageserver-protocol$/, /^server\/src\/secrets\.ts$/] },
  { from: /^server\/src\/secrets\.ts$/, imports: [/^schemas\//, /^server\/src\/(logins|remembering|secretKeys)\.ts$/] },
  { from: /^server\/src\/secretKeys\.ts$/, imports: [/^schemas\//, /^server\/src\/remembering\.ts$/] },
  {
    from: /^server\/src\/certificates\.ts$/,
    imports: [/^server\/src\/(engine\/index|remembering)\.ts$/, /^node:crypto$/],
  },
  {
    from: /^server\/src\/node\.ts$/,
    imports: [/^server\/src\/[a-zA-Z]+\.ts$/, /^vscode-languageserver\/node$/, /^node:url$/],
  },
  {
    from: /^server\/src\//,
    imports: [/^server\/src\/(engine\/index|[a-zA-Z]+)\.ts$/, /^vscode-languageserver(-types|-textdocument|\/node)?$/],
  },
  // What editor and command line have in common. It knows neither.
  {
    from: /^client\/src\/core\/atlas\/(transport|interim|dial)\.ts$/,
    imports: [/^client\/src\/core\/(atlas\/|(json|failure)\.ts$)/, /^undici$/, /^node:(events|http|net|stream|tls)$/],
  },
  {
    from: /^client\/src\/core\/atlas\//,
    imports: [/^client\/src\/core\/((atlas|redaction)\/|(json|failure)\.ts$)/, /^node:(crypto|tls)$/],
  },
  {
    from: /^client\/src\/core\/export\//,
    imports: [/^client\/src\/core\/((export|redaction)\/|json\.ts$)/, /^server\/src\/secrets\.ts$/],
  },
  {
    from: /^client\/src\/core\/deploy\//,
    imports: [
      /^client\/src\/core\/((deploy|atlas|placeholders)\/|(json|place|failure|failureText)\.ts$)/,
      /^server\/src\/(protocol|deployedProtocol)\.ts$/,
    ],
  },
  {
    from: /^client\/src\/core\/pull\//,
    imports: [/^client\/src\/core\/((pull|placeholders)\/|(json|engine)\.ts$)/, /^server\/src\/deployedProtocol\.ts$/],
  },
  {
    from: /^client\/src\/core\/redaction\//,
    imports: [/^client\/src\/core\/redaction\//, /^server\/src\/secrets\.ts$/],
  },
  {
    from: /^client\/src\/core\/import\//,
    imports: [
      /^client\/src\/core\/((import|placeholders)\/|json\.ts$)/,
      /^server\/src\/(deployedProtocol|newFileProtocol|secretNames|secrets|logins|nearest)\.ts$/,
    ],
  },
  {
    from: /^client\/src\/core\/placeholders\/fileBelow\.ts$/,
    imports: [/^client\/src\/core\/placeholders\//, /^node:(fs|fs\/promises|path)$/],
  },
  {
    from: /^client\/src\/core\/placeholders\//,
    imports: [/^client\/src\/core\/(placeholders\/|json\.ts$)/],
  },
  { from: /^client\/src\/core\/engine\.ts$/, imports: [/^server\/src\/deployedProtocol\.ts$/] },
  {
    from: /^client\/src\/core\/(failureText|place)\.ts$/,
    imports: [/^client\/src\/core\/(failure\.ts$|atlas\/(endpoint|outcome)\.ts$)/],
  },
  { from: /^client\/src\/core\//, imports: [] },
  {
    from: /^client\/src\/cli\//,
    imports: [
      /^client\/src\/(cli\/|core\/)/,
      /^server\/src\/(engine\/index|certificates)\.ts$/,
      /^package\.json$/,
      /^node:/,
      /^vscode-languageserver-textdocument$/,
    ],
  },
  ...Object.entries({
    // One folder for each thing a person does, and what it stands on, from the ground up.
    window: [],
    files: ['window'],
    keyring: ['window'],
    credentials: ['keyring', 'window'],
    languageServer: ['files', 'window'],
    secrets: ['files', 'keyring', 'window'],
    target: ['credentials', 'files', 'languageServer', 'window'],
    view: ['credentials', 'languageServer', 'window'],
    waiting: ['credentials', 'languageServer', 'window'],
    completion: ['credentials', 'languageServer', 'target'],
    copyRequest: ['credentials', 'files', 'window'],
    newFile: ['files', 'keyring', 'secrets', 'window'],
    pull: ['credentials', 'files', 'languageServer', 'secrets', 'target', 'window'],
    deploy: ['credentials', 'files', 'languageServer', 'pull', 'secrets', 'target', 'window'],
    deployFolder: ['deploy', 'files', 'languageServer', 'secrets', 'target', 'window'],
  }).map(([feature, others]) => ({
    from: new RegExp(`^client/src/editor/${feature}/`),
    imports: [
      new RegExp(`^client/src/editor/(${[feature, ...others].join('|')})/`),
      /^client\/src\/editor\/services\.ts$/,
      ...forEditor,
    ],
  })),
  { from: /^client\/src\/editor\//, imports: [/^client\/src\/editor\//, ...forEditor] },
];

/** Whatever is said to a person is said in their language, and places and sources are named alike. */
const everywhere = [/^@vscode\/l10n$/, /^server\/src\/(jsonPointer|placeholder)\.ts$/];

const sources = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/')),
);

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** Those that are there when the program runs. */
function valueImportsOf(file: string): string[] {
  return importsOf(
    file,
    textOf(file).replaceAll(/import type [^;]*;|import \{(?:\s*type \w+,?)*\s*\} from [^;]*;/g, ''),
  );
}

function importsOf(file: string, text = textOf(file)): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? relative(root, join(root, file, '..', specifier)).replaceAll('\\', '/') : specifier,
  );
}

const faultsOfSources = (faultsIn: (file: string) => readonly unknown[]) => faultsOf(sources, (file) => file, faultsIn);

test('each file imports only what its folder may', () => {
  const forbidden = faultsOfSources((file) => {
    const rule = allowed.find(({ from }) => from.test(file));
    const patterns = [...everywhere, ...(rule?.imports ?? [])];
    return importsOf(file).filter((name) => !patterns.some((pattern) => pattern.test(name)));
  });
  expect(forbidden).toEqual({});
});

test('of what client and server say to each other, the engine and the core know the types only', () => {
  const known = faultsOfSources((file) => {
    if (!/^(server\/src\/engine|client\/src\/(core|cli))\//.test(file)) return [];
    return valueImportsOf(file).filter((name) => wire.test(name));
  });
  expect(known).toEqual({});
});

test('no file imports itself over others, but for types', () => {
  const onto = new Map(sources.map((file) => [file, valueImportsOf(file)]));
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of onto.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  expect(sources.filter((file) => reached(file).has(file))).toEqual([]);
});

test('a command runs another one as a function, not by its id', () => {
  const calls = faultsOfSources((file) => [...textOf(file).matchAll(/executeCommand\('streamconn\.\w+'/g)].map(String));
  expect(calls).toEqual({});
});

test('undici is imported by one file', () => {
  expect(sources.filter((file) => importsOf(file).includes('undici'))).toEqual(['client/src/core/atlas/transport.ts']);
});

test('no connection type is named: rules are data', () => {
  const named = faultsOfSources((file) => {
    const text = textOf(file);
    const literals = [...text.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)].map((match) => match[2] ?? '');
    return literals.filter((literal) => connectionTypeNames.includes(literal));
  });
  expect(named).toEqual({});
});

test('each file begins with a sentence that says what it is for, and stays short', () => {
  const faults = faultsOfSources((file) => {
    const lines = textOf(file).split('\n');
    const first = lines.find((line) => !line.startsWith('#!')) ?? '';
    return [...(/^\/\/ [A-Z“`"]/.test(first) ? [] : [first]), ...(lines.length > 200 ? [lines.length] : [])];
  });
  expect(faults).toEqual({});
});
