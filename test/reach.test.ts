// How far the client's own code reaches: it writes no file, opens no door to other programs, and trusts no Markdown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = ['client/src', 'server/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) })),
);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '');
}

/** The files with the places that match. */
function found(pattern: RegExp): string[] {
  return sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([place]) => `${file}: ${place}`));
}

test('of the file system, it only reads', () => {
  const imported = sources.flatMap(({ text }) =>
    [...text.matchAll(/import (?:type )?\{([^}]*)\} from 'node:fs(?:\/promises)?'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  );
  const reading = [
    ...['constants', 'lstat', 'open', 'readFile', 'readlink', 'realpath', 'stat', 'type FileHandle'],
    ...['openSync', 'readSync', 'closeSync'],
  ];
  expect([...new Set(imported)].filter((name) => name !== '' && !reading.includes(name))).toEqual([]);
  expect(found(/from 'node:fs(?:\/promises)?'/g)).toHaveLength(found(/\} from 'node:fs(?:\/promises)?'/g).length);
  // `open` reads unless it is told otherwise.
  expect(found(/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|\bopen(?:File|Sync)?\([^()]*,\s*(?!'r'\))['"`]/g)).toEqual([]);
  const bySomeOtherWay = /\bfs\.(write\w*|append\w*|create\w*|delete|rename|copy|rm)\(|\brequire\(|getBuiltinModule/g;
  expect(found(bySomeOtherWay)).toEqual([]);
});

test.each<[string, RegExp]>([
  ['an address that other programs and pages can open', /registerUriHandler|registerAuthenticationProvider/g],
  ['a page of HTML', /createWebviewPanel|registerWebview\w*|registerCustomEditorProvider/g],
  ['a program, a shell or a task', /child_process|createTerminal|\btasks\.|executeTask|ShellExecution/g],
  ['text that becomes code', /\beval\(|new Function\(|\bvm\b\./g],
  ['Markdown that may run commands or hold HTML', /isTrusted\s*[:=]\s*(?:true|\{)|supportHtml|supportThemeIcons/g],
  ['Markdown made in the client, where names would have to be escaped', /\bMarkdownString\b/g],
  ['a link that runs a command', /(?:['"`]|\]\()command:/g],
  ['a page that is opened without VS Code’s question', /openExternal/g],
  ['a report of how it is used', /telemetry|TelemetryLogger|sentry|analytics|appinsights|posthog|mixpanel/gi],
  [
    'checks of certificates that are off',
    /rejectUnauthorized(?!: true)|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/g,
  ],
  // That of a connection is the server's own output channel.
  ['the console, which logs of other people read', /(?<!\bconnection\.)\bconsole\./g],
])('there is never %s', (_, pattern) => expect(found(pattern)).toEqual([]));

test('the environment is read in two places: where a file names a variable, and where proxies are named', () => {
  const files = found(/\bprocess\.env\b|\benv\b(?= from 'node:process')/g).map((place) => place.replace(/:.*/s, ''));
  expect([...new Set(files)].sort()).toEqual([
    'client/src/editor/credentials/networkSettings.ts',
    'client/src/editor/secrets/placeholderReaders.ts',
  ]);
});

test('what is said to the person goes through the one place that leaves no link in it', () => {
  const places = found(/\bshow(?:Information|Warning|Error)Message\b|\bwithProgress\((?=\s*\{)/g).map((place) =>
    place.replace(/:.*/s, ''),
  );
  expect([...new Set(places)].sort()).toEqual([
    'client/src/editor/window/progress.ts',
    'client/src/editor/window/say.ts',
  ]);
});

test('comments do not hide code from these tests', () => {
  expect(withoutComments("a(); // eval()\nconst url = 'https://x'; eval();\n/* eval() */ b();")).toBe(
    "a(); \nconst url = 'https://x'; eval();\n b();",
  );
});
