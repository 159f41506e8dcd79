// What the server is told, and what that changes: settings by workspace/configuration, names by streamconn/context.
import { afterEach, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { contextNotification, prepareRequest } from '../../server/src/protocol.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const uri = 'file:///shop.streamconn.json';
const content = '{ "type": "Sample", "name": "sample_stream_solar", "zzz": 1 }';

let session: LspSession;
afterEach(() => session.end());

/** Opens the file and waits until the settings have been read, when the editor is asked to pull again. */
async function open(settings: () => unknown): Promise<{ refreshed(): number }> {
  let refreshed = 0;
  session = await startSession(
    { textDocument: { diagnostic: {} }, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    {
      'workspace/configuration': () => [settings()],
      'workspace/diagnostic/refresh': () => {
        refreshed++;
        return null;
      },
    },
  );
  await session.open(uri, content);
  await expect.poll(() => refreshed).toBe(1);
  return { refreshed: () => refreshed };
}

async function severities(): Promise<unknown[]> {
  const report: { items: Diagnostic[] } = await session.client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items.map(({ severity }) => severity);
}

test.each([
  [{}, [2]],
  [{ 'unknown-property': 'error' }, [1]],
  [{ 'unknown-property': 'information' }, [3]],
  [{ 'unknown-property': 'hint' }, [4]],
  [{ 'unknown-property': 'off' }, []],
  [null, [2]],
  ['nonsense', [2]],
  [{ 'unknown-property': 'nonsense', 'no-such-rule': 3 }, [2]],
])('the setting streamconn.rules %j', async (settings, expected) => {
  await open(() => settings);
  expect(await severities()).toEqual(expected);
});

test('a changed setting counts at once, and the editor is asked to pull again', async () => {
  let settings = {};
  const { refreshed } = await open(() => settings);
  settings = { 'unknown-property': 'off' };
  await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(refreshed).toBe(2);
  expect(await severities()).toEqual([]);
});

test('a context with other names makes the editor pull again, one with another target alone does not', async () => {
  const { refreshed } = await open(() => ({}));
  const send = async (targetTitle: string, secretName: string) => {
    await session.client.sendNotification(contextNotification, { targetTitle, secretNames: [secretName] });
    // Whatever the server asks for comes before its next answer.
    await severities();
    return refreshed();
  };
  expect(await send('A', 'KAFKA')).toBe(2);
  expect(await send('B', 'KAFKA')).toBe(2);
  expect(await send('B', 'REGISTRY')).toBe(3);
});

test('a client that is pushed diagnostics is pushed new ones', async () => {
  const pushed: number[] = [];
  session = await startSession({}, {});
  session.client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: unknown[] }) => {
    pushed.push(diagnostics.length);
  });
  await session.open(uri, content);
  await expect.poll(() => pushed).toEqual([1]);
  await session.client.sendNotification(contextNotification, { secretNames: [] });
  await expect.poll(() => pushed).toEqual([1, 1]);
});

test.each([
  ['{ "type": "Sample", "name": "sample_stream_solar", }', { syntax: 'off', 'trailing-comma': 'off' }],
  ['{ "type": "Sample", "name": "sample_stream_solar", "name": "sample_stream_solar" }', { 'duplicate-key': 'off' }],
])('what stops sending stays an error: %s', async (content, settings) => {
  await open(() => settings);
  await session.change(uri, 2, content);
  expect(new Set(await severities())).toEqual(new Set([1]));
  expect(await session.client.sendRequest(prepareRequest, { uri })).toMatchObject({ kind: 'unsendable' });
});
