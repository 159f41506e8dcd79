// The session of each credential: opened when needed, for its own host only, ended when the credential changes or goes.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import type { CredentialEntry } from '../../../client/src/core/place.ts';
import { type AtlasSessions, createAtlasSessions } from '../../../client/src/editor/credentials/atlasSessions.ts';
import { type CredentialStore, createCredentialStore } from '../../../client/src/editor/credentials/credentialStore.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';
import { settings } from '../../support/fakeVscode.ts';
import { silentLog } from '../../support/silentLog.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let sandbox: Sandbox;
let secrets: FakeSecrets;
let here: Window;
let there: Window;

interface Window {
  readonly credentials: CredentialStore;
  readonly sessions: AtlasSessions;
}

beforeEach(async () => {
  sandbox = await createSandbox();
  secrets = createFakeSecrets();
  const openWindow = (): Window => {
    const credentials = createCredentialStore(createKeyring(secrets.openWindow(), async () => true));
    const sessions = createAtlasSessions(credentials, silentLog, 'streamconn-test');
    credentials.onDidChange((id) => void sessions.closeIfChanged(id));
    return { credentials, sessions };
  };
  here = openWindow();
  there = openWindow();
  Object.assign(settings, {
    user: { 'streamconn.atlas.additionalHosts': [sandbox.origin] },
    workspace: {},
    folder: {},
  });
});
afterEach(async () => {
  await Promise.all([here, there].map(({ sessions }) => sessions.closeAll()));
  await sandbox.stop();
});

function account(role: 'owner' | 'reader' = 'owner'): AtlasCredential {
  return {
    kind: 'serviceAccount',
    host: sandbox.origin as AtlasCredential['host'],
    ...sandbox.state.credentials[role].serviceAccount,
  };
}

async function add(): Promise<CredentialEntry> {
  const result = await here.credentials.add(account(), 'prod');
  if (result.kind === 'lost') throw new Error('lost');
  await expect.poll(there.credentials.list).toEqual([result.entry]);
  return result.entry;
}

/** How many projects the credential sees, or why it has no session. */
async function projects({ sessions }: Window, entry: CredentialEntry): Promise<number | string> {
  const session = await sessions.open(entry);
  if (session.kind === 'unavailable') return session.reason;
  const outcome = await session.client.listProjects({ signal: new AbortController().signal });
  return outcome.kind === 'ok' ? outcome.value.length : outcome.kind;
}

test('no secret is read before a session is opened, and then once', async () => {
  const entry = await add();
  secrets.reads.length = 0;
  expect(await there.credentials.list()).toEqual([entry]);
  await there.sessions.close(entry.id);
  await there.sessions.closeIfChanged(entry.id);
  expect(secrets.reads).toEqual([]);
  expect(await Promise.all([projects(there, entry), projects(there, entry)])).toEqual([2, 2]);
  expect(secrets.reads).toEqual([expect.stringContaining(entry.id)]);
});

test('requests at the same time share one session and one token', async () => {
  const entry = await add();
  await Promise.all([1, 2, 3].map(() => projects(here, entry)));
  expect(sandbox.signIn.liveTokens).toBe(1);
});

test('a credential that another window replaces: the session here ends, its token goes, the new values are used', async () => {
  const entry = await add();
  await projects(here, entry);
  const before = await here.sessions.open(entry);
  await there.credentials.replace(entry, account('reader'));
  await expect.poll(() => sandbox.signIn.liveTokens).toBe(0);
  expect((await here.credentials.list())[0]?.publicPart).toBe(sandbox.state.credentials.reader.serviceAccount.clientId);
  expect(await here.sessions.open(entry)).not.toBe(before);
  expect(await projects(here, entry)).toBe(2);
});

test('one that another window removes: the session here ends, and there is none any more', async () => {
  const entry = await add();
  await projects(here, entry);
  await there.credentials.remove(entry.id);
  await expect.poll(() => sandbox.signIn.liveTokens).toBe(0);
  expect(await here.credentials.list()).toEqual([]);
  expect(await projects(here, entry)).toMatch(
    /credential prod for http\S+ is no longer stored\. VS Code may keep .* Replace the credential/,
  );
});

test('a record that is stored again as it was, and another credential, end no session', async () => {
  const entry = await add();
  const session = await here.sessions.open(entry);
  await there.credentials.replace(entry, account());
  await there.credentials.add(account('reader'), 'reader');
  await here.sessions.closeIfChanged(entry.id);
  expect(await here.sessions.open(entry)).toBe(session);
});

test('closed while it is being opened, its client is closed as well', async () => {
  const entry = await add();
  const opening = here.sessions.open(entry);
  await here.sessions.closeAll();
  const after = await here.sessions.open(entry);
  expect(after).not.toBe(await opening);
});

test('all are closed at the end, their tokens revoked', async () => {
  const entry = await add();
  await Promise.all([projects(here, entry), projects(there, entry)]);
  expect(sandbox.signIn.liveTokens).toBe(2);
  await Promise.all([here.sessions.closeAll(), there.sessions.closeAll()]);
  expect(sandbox.signIn.liveTokens).toBe(0);
});

test('what cannot be read is said to be gone, with the next step, and tried again the next time', async () => {
  const entry = await add();
  secrets.fault = 'throws';
  expect(await projects(here, entry)).toMatch(
    /is no longer stored\. VS Code may keep .* Replace the credential to enter it again\.$/,
  );
  secrets.fault = undefined;
  expect(await projects(here, entry)).toBe(2);
});

const otherHost = 'https://cloud.mongodb.com';
test.each<[string, (stored: Record<string, unknown>) => object]>([
  ['another allowed host', (stored) => ({ ...stored, host: otherHost })],
  ['a host that is not allowed', (stored) => ({ ...stored, host: 'http://127.0.0.1:9' })],
  ['the same host written otherwise', (stored) => ({ ...stored, host: `${stored.host}/` })],
  ['another kind', ({ host }) => ({ version: 1, host, kind: 'apiKey', publicKey: 'a', privateKey: 'b' })],
])('a record that was made to name %s is refused', async (_, tamper) => {
  const entry = await add();
  const [key = ''] = secrets.records.keys();
  secrets.records.set(key, JSON.stringify(tamper(JSON.parse(secrets.records.get(key) ?? ''))));
  expect(await projects(here, entry)).toMatch(/^What is stored of .*, so nothing was sent\. Replace the credential\.$/);
  expect(sandbox.requests).toEqual([]);
});

test('a list that was made to name another host is refused, with the session open as well', async () => {
  const entry = await add();
  const listed = { ...entry, host: otherHost };
  expect(await projects(here, listed)).toMatch(/is not for https:\/\/cloud\.mongodb\.com, so nothing was sent/);
  expect(await projects(here, entry)).toBe(2);
  const requests = sandbox.requests.length;
  expect(await projects(here, listed)).toMatch(/is not for https:\/\/cloud\.mongodb\.com, so nothing was sent/);
  expect(sandbox.requests).toHaveLength(requests);
});

test.each(['workspace', 'folder'] as const)('a host that only the %s settings allow is not allowed', async (level) => {
  const entry = await add();
  Object.assign(settings, { user: {}, [level]: { 'streamconn.atlas.additionalHosts': [sandbox.origin] } });
  expect(await projects(here, entry)).toMatch(/is not an Atlas host\. Add it to .* in your user settings first\./);
  expect(sandbox.requests).toEqual([]);
});

test.each([undefined, null, 'http://127.0.0.1', 7, {}, [7, null]])(
  'a setting of hosts that is %j allows none',
  async (value) => {
    const entry = await add();
    settings.user = { 'streamconn.atlas.additionalHosts': value };
    expect(await projects(here, entry)).toMatch(/is not an Atlas host/);
  },
);
