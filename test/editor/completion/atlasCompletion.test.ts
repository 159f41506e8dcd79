// Whom completion from Atlas tells of a cancellation, and when it has VS Code suggest again.
import { afterEach, expect, test, vi } from 'vitest';
import { registerAtlasCompletion } from '../../../client/src/editor/completion/atlasCompletion.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { commands, Uri, window } from '../../support/fakeVscode.ts';
import { silentLog } from '../../support/silentLog.ts';

type Offer = (document: object, position: object, token: object) => Promise<unknown>;

const fake = vi.hoisted(() => ({ offer: undefined as Offer | undefined }));

vi.mock('vscode', async () => {
  const vscode = await import('../../support/fakeVscode.ts');
  const registerCompletionItemProvider = (_: object, { provideCompletionItems }: { provideCompletionItems: Offer }) => {
    fake.offer = provideCompletionItems;
    return { dispose: () => undefined };
  };
  const CompletionList = class {};
  return { ...vscode, CompletionList, languages: { ...vscode.languages, registerCompletionItemProvider } };
});

afterEach(() => void vi.restoreAllMocks());

/** Asks for clusters at a cursor; gives what was asked and run once Atlas has told them, after `meanwhile`. */
async function complete(meanwhile: (document: { version: number }) => void) {
  const nothing = { dispose: () => undefined };
  const run = vi.spyOn(commands, 'executeCommand');
  const { promise: clusters, resolve: tell } = Promise.withResolvers<object>();
  const wantedValues = vi.fn(async () => ({ kind: 'clusters' }));
  const entry = { id: '1', host: 'https://cloud.mongodb.com' };
  const groupId = '32b6e34b3d91647abb20e7b8';
  const parts = {
    log: silentLog,
    wantedValues,
    targets: { get: () => ({ groupId, tenantName: 'orders' }), onDidChange: () => nothing },
    credentials: { list: async () => [entry], onDidChangeList: () => nothing },
    workspaceState: { get: () => undefined },
    atlas: { open: async () => ({ kind: 'open', client: { listClusters: () => clusters } }) },
  };
  const completion = registerAtlasCompletion(parts as unknown as Services);
  const document = { uri: Uri.file('/a.streamconn.json'), version: 1 };
  const position = { line: 0, character: 1, isEqual: () => true };
  Object.assign(window, { activeTextEditor: { document, selection: { active: position } } });
  const token = { isCancellationRequested: false };
  await fake.offer?.(document, position, token);
  meanwhile(document);
  tell({ kind: 'ok', value: [] });
  await new Promise((resolve) => setTimeout(resolve));
  completion.dispose();
  return {
    isToldOfCancelling: wantedValues.mock.calls.some((call) => call.includes(token as never)),
    run: run.mock.calls.flat(),
  };
}

test('the request to the server has the token of VS Code', async () => {
  expect((await complete(() => undefined)).isToldOfCancelling).toBe(true);
});

test('where text and cursor are as before, VS Code suggests again', async () => {
  const { run } = await complete(() => undefined);
  expect(run).toEqual(['hideSuggestWidget', 'editor.action.triggerSuggest']);
});

test('where the text has changed, it does not, though the cursor is where it was', async () => {
  const { run } = await complete((document) => document.version++);
  expect(run).toEqual([]);
});
