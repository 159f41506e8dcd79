// What is in dist/: which modules of Node each file can reach, whose code it holds, and that none of it makes code of text.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import undici from 'undici/package.json' with { type: 'json' };
import { beforeAll, describe, expect, test } from 'vitest';
import { thirdPartyNotices } from '../client/notices/thirdPartyNotices.ts';
import { bundles, noticesOf } from '../esbuild.mjs';

type Name = keyof typeof bundles;

/** Every module of Node that a file of dist/ may import, with the reason. */
const builtins: Readonly<Record<Name, Readonly<Record<string, string>>>> = {
  server: {
    crypto: 'reads the certificates and keys that a connection file holds',
    url: 'its own location as a link to the page on the rules beside it',
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
    http: 'asks a proxy for the way, and the limits of headers, for undici',
    crypto: 'HTTP Digest, and the certificates that are trusted besides the usual ones',
    events: 'waits until there is a connection, and how undici tells what happens',
    stream: 'a connection without interim answers',
    assert: 'how undici checks itself',
    buffer: 'bytes, for undici',
    diagnostics_channel: 'where undici tells what it does, to nobody here',
    util: 'where undici says what it does, to nobody here',
  },
  cli: {
    crypto: 'reads the certificates and keys that a connection file holds',
    fs: 'reads the files that it is told to check',
    util: 'reads the command line',
  },
};

/** Whose code a file of dist/ holds, besides our own. A library that reports use home would be one more. */
const packages: Readonly<Record<Name, readonly string[]>> = {
  server: [
    '@vscode/l10n',
    'ajv',
    'jsonc-parser',
    'vscode-jsonrpc',
    'vscode-languageserver',
    'vscode-languageserver-protocol',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
  ],
  extension: [
    '@vscode/l10n',
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
  cli: ['@vscode/l10n', 'ajv', 'jsonc-parser', 'vscode-languageserver-textdocument', 'vscode-languageserver-types'],
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

test('the part that talks to Atlas says nothing to a person: translations are known to the extension’s own file alone', async () => {
  const own = Object.keys(bundle('atlas').metafile.inputs).filter((input) => input.startsWith('client/'));
  const texts = await Promise.all(own.map((file) => readFile(file, 'utf8')));
  const sentence = /(?<!new Error\()(['"`])[A-Z][^'"`\n]* [^'"`\n]*[.!?…]\1/g;
  expect(own).toContain('client/src/core/atlas/serviceAccount.ts');
  expect(texts.flatMap((text) => text.match(sentence) ?? [])).toEqual([]);
});

test('the server knows nothing of the environment', () => {
  expect(bundle('server').text).not.toContain('process.env');
});

test.each([
  ['server', 400],
  ['cli', 400],
] as const)('dist/%s.js is smaller than %d KB', (name, most) => {
  expect(Buffer.byteLength(bundle(name).text)).toBeLessThan(most * 1000);
});

describe('the third-party notices', () => {
  const ships: readonly Name[] = ['extension', 'atlas', 'server'];
  /** What the compiled schemas bring: esbuild has put it into a file of ours before the bundles are made. */
  const inSchemas = ['ajv'];
  const sections = () => {
    const text = noticesOf(ships.map((name) => bundle(name).metafile));
    return new Map(text.split(/^-{80}$/m).map((section) => [/^\s*(\S+) [\d.]+ \(/.exec(section)?.[1], section]));
  };

  test('hold a licence of each package that ships, and of no other', () => {
    const found = sections();
    found.delete(undefined);
    expect([...found.keys()].sort()).toEqual(
      [...new Set([...ships.flatMap((name) => packages[name]), ...inSchemas])].sort(),
    );
    for (const section of found.values()) expect(section).toMatch(/copyright|permission/i);
  });

  test('hold what a library brings along from another author', () => {
    expect(sections().get('undici')).toMatch(/Matteo Collina.*llhttp.*Fedor Indutny/s);
  });

  test('are not written, and say why, where a package carries no licence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'streamconn-notices-'));
    const bare = join(folder, 'node_modules/bare');
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, 'package.json'), '{ "name": "bare", "version": "1.0.0", "license": "MIT" }');
    expect(() => thirdPartyNotices([join(bare, 'index.js')])).toThrow('bare would ship without its licence');
    rmSync(folder, { recursive: true });
  });
});

test('of undici, only what sends requests: no fetch, no dispatcher for the whole process, no HTTP/2', () => {
  const parts = Object.keys(bundle('atlas').metafile.inputs).flatMap(
    (input) => /undici\/lib\/(.+)/.exec(input)?.[1] ?? [],
  );
  expect(parts.filter((part) => /global|web\/|agent|pool|mock|cache|interceptor|client-h2|milo/.test(part))).toEqual(
    [],
  );
  expect(parts).toContain('dispatcher/client.js');
});

test('undici is not one of those that can lose a credential (CVE-2026-120415)', () => {
  const [major = 0, minor = 0, patch = 0] = undici.version.split('.').map(Number);
  expect(major).toBe(8);
  expect(minor * 1000 + patch).toBeGreaterThanOrEqual(12_004);
});
