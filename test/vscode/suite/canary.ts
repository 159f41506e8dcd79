// Every secret that the extension is trusted with is a canary; whatever happens, no log, message, document, diagnostic or
// file shows one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationTarget, commands, languages, type TextDocument, workspace } from 'vscode';
import { prepareRequest } from '../../../server/src/protocol.ts';
import { errorReply } from '../../sandbox/reply.ts';
import type { Fault, Sandbox } from '../../sandbox/sandbox.ts';
import { bodyWith, type Canary, canaries, tracesIn } from '../../support/canaries.ts';
import { confirm, isCreate, posted, withSignedInAtlas } from './creating.ts';
import { openFile } from './files.ts';
import { personWho } from './person.ts';
import { poll } from './poll.ts';
import { forget, remember } from './secrets.ts';

const secrets = Object.values(canaries);
const names = Object.keys(canaries) as Canary[];

/** The secrets again, as a careless server would say them. */
const repeated = secrets.flatMap((secret) => [
  secret,
  JSON.stringify(secret),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
]);

const repeating = (status: number): Fault => {
  const reply = errorReply(status, 'Reason', 'CODE', `Invalid password: ${repeated.join(' ')}`, repeated);
  // Nobody shall wait ten seconds for it.
  return { kind: 'reply', reply: { ...reply, headers: { 'retry-after': '0' } }, times: 4 };
};

const faults: readonly (readonly [string, Fault | undefined])[] = [
  ['200', undefined],
  ...[400, 401, 403, 409, 429, 500].map((status) => [String(status), repeating(status)] as const),
  ['the body repeated', { kind: 'echo' }],
  ['a success that repeats it', { kind: 'reply', reply: { status: 200, body: { name: 'x', said: repeated } } }],
  ['a page that repeats it', { kind: 'reply', reply: { status: 200, body: `<pre>${repeated.join('\n')}</pre>` } }],
  ['cut off', { kind: 'cut off' }],
  ['malformed', { kind: 'malformed' }],
];

describe('canaries', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  before(async () => {
    await commands.executeCommand('_extensionTests.setLogLevel', 'trace');
    await workspace.getConfiguration('streamconn').update('trace.server', 'verbose', ConfigurationTarget.Global);
    for (const name of names) await remember(name, canaries[name]);
  });
  after(async () => {
    await commands.executeCommand('_extensionTests.setLogLevel', 'info');
    await workspace.getConfiguration('streamconn').update('trace.server', undefined, ConfigurationTarget.Global);
    for (const name of names) await forget(name);
  });

  for (const [what, fault] of faults) {
    it(`none is shown: ${what}`, async () => {
      if (fault) sandbox.fault(fault, isCreate);
      const document = await openFile(bodyWith((name) => `\${secret:${name}}`));
      // No type has all of these secrets, so the file has errors. The button is there wherever Atlas has answered.
      const answered = !['cut off', 'malformed', 'a page that repeats it'].includes(what);
      const person = personWho(
        [/that Atlas would refuse/, 'Send Anyway'],
        confirm,
        ...(answered ? [[/^(Created|Atlas refused)/, 'Show Response'] as const] : []),
      );
      await commands.executeCommand('streamconn.createConnection', document.uri.toString());
      const asked = [...person.seen, ...person.details];
      assert.deepEqual(person.leave(), []);
      // They did go out; were they not sent at all, this could not fail.
      assert.deepEqual(
        tracesIn(
          posted(sandbox)
            .map(({ body }) => body)
            .join('\n'),
          secrets,
        ),
        secrets,
      );

      const shown = [...asked, ...(await everythingShown(document))].join('\n');
      const { serviceAccount } = sandbox.state.credentials.owner;
      const tokens = sandbox.requests.flatMap(
        ({ headers }) => /^(?:Bearer|Basic) (.+)$/.exec(String(headers.authorization))?.[1] ?? [],
      );
      assert.deepEqual(tracesIn(shown, [...secrets, serviceAccount.clientSecret, ...tokens]), []);
    });
  }
});

/** Texts of every document, the diagnostics, the logs with the server's trace at verbose, and all files of the workspace. */
async function everythingShown(document: TextDocument): Promise<string[]> {
  await poll('the trace', () => logs().some((text) => text.includes(prepareRequest.method)));
  const [folder] = workspace.workspaceFolders ?? [];
  return [
    ...workspace.textDocuments.map((open) => open.getText()),
    ...languages.getDiagnostics(document.uri).map((diagnostic) => JSON.stringify(diagnostic)),
    ...logs(),
    ...filesBelow(folder?.uri.fsPath ?? ''),
  ];
}

/** What VS Code logs, in the browser build and on the desktop: the folders of its profiles lie beside the suite. */
function logs(): string[] {
  const folder = dirname(__dirname);
  const profiles = readdirSync(folder).filter((name) => name.startsWith('profile-') || name === 'user-data');
  return profiles.flatMap((name) => filesBelow(join(folder, name), '.log'));
}

function filesBelow(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}
