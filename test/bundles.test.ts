// What is in dist/: which modules of Node each file can reach, whose code it holds, and that none of it makes code of text.
import { isBuiltin } from 'node:module';
import { build, type Metafile } from 'esbuild';
import undici from 'undici/package.json' with { type: 'json' };
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../esbuild.mjs';

type Name = keyof typeof bundles;

/** Every module of Node that a file of dist/ may import, with the reason. */
const builtins: Readonly<Record<Name, Readonly<Record<string, string>>>> = {
  server: {
    crypto: 'reads the certificates and keys that a connection file holds',
    util: 'decodes what comes over the wire, and words what is logged',
  },
  extension: {
    child_process: 'starts the language server',
    crypto: 'reads the certificates that the person adds',
    fs: 'the language client looks whether the folder that the server runs in is there',
    'fs/promises': 'reads the files that ${file:PATH} names, after resolving links',
    path: 'keeps those files inside the workspace folder',
    readline: 'what the server writes besides the wire, line by line into the log',
    util: 'decodes what comes over the wire',
  },
  atlas: {
    net: 'connects',
    tls: 'connects, and checks certificates',
    http: 'the limits of headers, for undici',
    http2: 'constants that undici reads at its start',
    crypto: 'HTTP Digest, and the certificates that are trusted besides the usual ones',
    url: 'addresses of proxies',
    querystring: 'query strings, for undici',
    zlib: 'the limits of compression, for undici',
    assert: 'how undici checks itself',
    async_hooks: 'how undici keeps the context of a caller',
    buffer: 'bytes',
    diagnostics_channel: 'where undici tells what it does, to nobody here',
    events: 'how undici tells what happens',
    perf_hooks: 'how undici measures time',
    stream: 'bodies',
    util: 'words of messages, for undici',
    'util/types': 'tells kinds of bytes apart, for undici',
  },
  cli: {
    crypto: 'reads the certificates and keys that a connection file holds',
    'fs/promises': 'reads the files that it is told to check',
    'stream/consumers': 'reads the file that comes through standard input',
    util: 'reads the command line',
  },
};

/** Whose code a file of dist/ holds, besides our own. A library that reports use home would be one more. */
const packages: Readonly<Record<Name, readonly string[]>> = {
  server: [
    '@vscode/l10n',
    'fastest-levenshtein',
    'jsonc-parser',
    'vscode-json-languageservice',
    'vscode-jsonrpc',
    'vscode-languageserver',
    'vscode-languageserver-protocol',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
    'vscode-uri',
  ],
  extension: [
    'balanced-match',
    'brace-expansion',
    'minimatch',
    'semver',
    'vscode-jsonrpc',
    'vscode-languageclient',
    'vscode-languageserver-protocol',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
  ],
  atlas: ['undici'],
  cli: [
    '@vscode/l10n',
    'fastest-levenshtein',
    'jsonc-parser',
    'vscode-json-languageservice',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
    'vscode-uri',
  ],
};

interface Bundle {
  readonly text: string;
  readonly metafile: Metafile;
}

const built = new Map<Name, Bundle>();
const names = Object.keys(bundles) as Name[];

beforeAll(async () => {
  for (const name of names) {
    const { outputFiles, metafile } = await build({ ...bundles[name], write: false, metafile: true });
    built.set(name, { text: outputFiles[0]?.text ?? '', metafile });
  }
}, 60_000);

function bundle(name: Name): Bundle {
  const found = built.get(name);
  if (!found) throw new Error(`${name} was not built`);
  return found;
}

function externalsOf(name: Name): string[] {
  const imports = Object.values(bundle(name).metafile.outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path.replace('node:', '')))].sort();
}

describe.each(names)('dist/%s.js', (name) => {
  test('reaches these modules of Node and no other', () => {
    expect(externalsOf(name).filter(isBuiltin)).toEqual(Object.keys(builtins[name]).sort());
  });

  test('loads nothing else at run time but what VS Code gives it', () => {
    const others = externalsOf(name).filter((path) => !isBuiltin(path));
    expect(others).toEqual(name === 'extension' ? ['./atlas.js', 'vscode'] : []);
  });

  test('holds the code of these packages and no other', () => {
    const inputs = Object.values(bundle(name).metafile.outputs).flatMap((output) => Object.keys(output.inputs));
    const found = inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
    expect([...new Set(found)].sort()).toEqual(packages[name]);
  });

  test('makes no code of text', () => {
    const ways =
      /\beval\b|\bnew Function\b|\bFunction\(|\brunIn(New|This)?Context\b|createRequire|getBuiltinModule|process\.binding/g;
    expect(bundle(name).text.match(ways)).toBeNull();
  });
});

test.each(names.filter((name) => name !== 'atlas'))(
  'dist/%s.js calls nothing of the platform that goes to the network',
  (name) => {
    expect(bundle(name).text.match(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/g)).toBeNull();
  },
);

test.each(names)('dist/%s.js writes no file', (name) => {
  const ways =
    /\b(writeFile|appendFile|createWriteStream|mkdir|mkdtemp|unlink|rmdir|copyFile|symlink|ftruncate|chmod)/g;
  expect(bundle(name).text.match(ways)).toBeNull();
});

test('only the part that talks to Atlas has sockets', () => {
  const sockets = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'inspector'];
  const having = names.filter((name) => externalsOf(name).some((path) => sockets.includes(path)));
  expect(having).toEqual(['atlas']);
});

test('only the extension starts a process, and nothing starts a thread', () => {
  const having = (path: string) => names.filter((name) => externalsOf(name).includes(path));
  expect(having('child_process')).toEqual(['extension']);
  expect([...having('worker_threads'), ...having('cluster'), ...having('vm')]).toEqual([]);
});

test('the server knows nothing of the environment', () => {
  expect(bundle('server').text).not.toContain('process.env');
});

test('undici is not one of those that can lose a credential (CVE-2026-120415)', () => {
  const [major = 0, minor = 0, patch = 0] = undici.version.split('.').map(Number);
  expect(major).toBe(7);
  expect(minor * 1000 + patch).toBeGreaterThanOrEqual(30_002);
});
