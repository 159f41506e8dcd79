// What Atlas refused of a file, as an LSP client sees it come and go.
import { afterEach, describe, expect, test } from 'vitest';
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import {
  contextNotification,
  forgetRefusalNotification,
  type Refusal,
  type RefusedResult,
  refusedRequest,
} from '../../server/src/protocol.ts';
import { fullClient } from '../support/fullClient.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const uri = 'file:///shop.streamconn.json';
const other = 'file:///other.streamconn.json';
const body = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
const text = JSON.stringify(body, null, 2);
const exists: Refusal = {
  status: 409,
  errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS',
  detail: 'A Stream connection with the name shop already exists.',
};
const unknown: Refusal = { status: 400, errorCode: 'NEVER_SEEN', detail: 'Nope.' };

let session: LspSession;
let refreshed = 0;
afterEach(() => session.end());

async function open(content = text): Promise<void> {
  refreshed = 0;
  session = await startSession(
    { textDocument: fullClient.textDocument, workspace: { diagnostics: { refreshSupport: true } } },
    {
      'workspace/diagnostic/refresh': () => {
        refreshed++;
        return null;
      },
    },
  );
  await session.open(uri, content);
}

function refuse(refusal: Refusal, file = uri): Promise<RefusedResult> {
  return session.client.sendRequest(refusedRequest, { uri: file, body, refusal });
}

async function pull(file = uri): Promise<Diagnostic[]> {
  const report: { items: Diagnostic[] } = await session.client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: file },
  });
  return report.items;
}

async function codes(file = uri): Promise<unknown[]> {
  return (await pull(file)).map(({ source, code }) => `${source} ${code}`);
}

const nameExists = 'Atlas STREAM_CONNECTION_NAME_ALREADY_EXISTS';

describe('a refusal', () => {
  test('is a diagnostic of Atlas at its place, and the editor is asked to pull', async () => {
    await open();
    const range = { start: { line: 2, character: 10 }, end: { line: 2, character: 16 } };
    expect(await refuse(exists)).toEqual({ place: { version: 1, range }, instead: 'update' });
    await expect.poll(() => refreshed).toBe(1);
    expect(await pull()).toEqual([
      {
        range,
        severity: DiagnosticSeverity.Information,
        code: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS',
        source: 'Atlas',
        message:
          'A Stream connection with the name shop already exists. Compare it with this file and update it, or rename this one.',
        data: { pointer: '/name' },
      },
    ]);
  });

  test('without a property is on the first line', async () => {
    await open();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    expect(await refuse(unknown)).toEqual({ place: { version: 1, range } });
    expect(await pull()).toMatchObject([{ code: 'NEVER_SEEN', range: { start: { line: 0, character: 0 } } }]);
  });

  test('that does not speak of the file is nowhere in it', async () => {
    await open();
    expect(await refuse({ status: 401, detail: 'The name is wrong.' })).toEqual({ place: null });
    expect(await codes()).toEqual([]);
    expect(refreshed).toBe(0);
  });

  test('can be of two places', async () => {
    await open();
    const fields = ['name', 'clusterName'].map((field) => ({ field, description: 'is wrong' }));
    await refuse({ status: 400, fields });
    expect((await pull()).map(({ range }) => range.start.line)).toEqual([2, 3]);
  });

  test('stands beside what the rules say', async () => {
    await open(text.replace('"Shop"', '"Shop",\n  "zzz": 1'));
    await refuse(exists);
    expect(await codes()).toEqual([nameExists, 'streamconn unknown-property']);
  });

  test('is pushed to a client that cannot pull', async () => {
    const pushed: string[] = [];
    session = await startSession({});
    session.client.onNotification(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
        pushed.push(diagnostics.map(({ source }) => source).join());
      },
    );
    await session.open(uri, text);
    await expect.poll(() => pushed).toEqual(['']);
    await refuse(exists);
    await expect.poll(() => pushed).toEqual(['', 'Atlas']);
    await session.close(uri);
    await expect.poll(() => pushed).toEqual(['', 'Atlas', '']);
    await session.open(uri, text);
    await expect.poll(() => pushed).toEqual(['', 'Atlas', '', 'Atlas']);
    await session.client.sendNotification(forgetRefusalNotification, { uri });
    await expect.poll(() => pushed).toEqual(['', 'Atlas', '', 'Atlas', '']);
  });
});

describe('it goes', () => {
  test('with an edit of its place', async () => {
    await open();
    await refuse(exists);
    await session.change(uri, 2, text.replace('shop', 'shop-2'));
    expect(await codes()).toEqual([]);
  });

  test('not with an edit elsewhere, with which it moves', async () => {
    await open();
    await refuse(exists);
    await session.change(uri, 2, text.replace('{', '{\n').replace('"Shop"', '"Other"'));
    expect((await pull()).map(({ range }) => range.start.line)).toEqual([3]);
  });

  test('from the first line with any edit', async () => {
    await open();
    await refuse(unknown);
    await session.change(uri, 2, text.replace('"Shop"', '"Other"'));
    expect(await codes()).toEqual([]);
  });

  test('with the next try', async () => {
    await open();
    await refuse(exists);
    await session.client.sendNotification(forgetRefusalNotification, { uri });
    expect(await codes()).toEqual([]);
    await expect.poll(() => refreshed).toBe(2);
  });

  test('with the next refusal, which stands in its place', async () => {
    await open();
    await refuse(exists);
    await refuse(unknown);
    expect(await codes()).toEqual(['Atlas NEVER_SEEN']);
    await refuse({ status: 401 });
    expect(await codes()).toEqual([]);
  });

  test('with an untitled file that is closed: the next one has its address', async () => {
    const untitled = 'untitled:Untitled-1';
    await open();
    await session.open(untitled, text);
    await refuse(exists, untitled);
    await session.close(untitled);
    await session.open(untitled, text);
    expect(await codes(untitled)).toEqual([]);
  });

  test('from the file whose refusal is the oldest, when there are more than 500', async () => {
    await open();
    await session.open(other, text);
    const nth = (index: number) => `file:///${index}.streamconn.json`;
    await refuse(exists);
    await refuse(exists, other);
    for (let index = 2; index < 500; index++) await refuse(exists, nth(index));
    expect([await codes(uri), await codes(other)]).toEqual([[nameExists], [nameExists]]);
    // A file that is refused again becomes the newest.
    await refuse(unknown);
    await refuse(exists, nth(500));
    expect([await codes(uri), await codes(other)]).toEqual([['Atlas NEVER_SEEN'], []]);
  });

  test('from one file, not from another', async () => {
    await open();
    await session.open(other, text);
    await refuse(exists);
    await refuse(unknown, other);
    await session.client.sendNotification(forgetRefusalNotification, { uri: other });
    expect([await codes(uri), await codes(other)]).toEqual([[nameExists], []]);
  });
});

describe('a file that changed while the request ran', () => {
  test('elsewhere shows it where the place is now', async () => {
    await open();
    await session.change(uri, 2, `\n${text.replace('"Shop"', '"Other"')}`);
    expect(await refuse(exists)).toMatchObject({ place: { version: 2, range: { start: { line: 3 } } } });
    expect(await codes()).toEqual([nameExists]);
  });

  test('at the place shows nothing, and can still be updated instead', async () => {
    await open();
    await session.change(uri, 2, text.replace('shop', 'other'));
    expect(await refuse(exists)).toEqual({ place: null, instead: 'update' });
    expect(await codes()).toEqual([]);
  });

  test('by being closed shows it when it is opened again', async () => {
    await open();
    await session.close(uri);
    expect(await refuse(exists)).toEqual({ place: null, instead: 'update' });
    expect(await codes()).toEqual([]);
    await session.open(uri, text);
    expect(await codes()).toEqual([nameExists]);
  });
});

describe('a file that is closed and opened again', () => {
  test('shows it where the place is now', async () => {
    await open();
    await refuse(exists);
    await session.close(uri);
    expect(await codes()).toEqual([]);
    await session.open(uri, text.replace('{', '{\n'));
    expect((await pull()).map(({ code, range }) => [code, range.start.line])).toEqual([[exists.errorCode, 3]]);
  });

  test('shows nothing where the place has changed meanwhile', async () => {
    await open();
    await refuse(exists);
    await session.close(uri);
    await session.open(uri, text.replace('shop', 'shop-2'));
    expect(await codes()).toEqual([]);
  });

  test('shows nothing where it was sent meanwhile', async () => {
    await open();
    await refuse(exists);
    await session.close(uri);
    await session.client.sendNotification(forgetRefusalNotification, { uri });
    await session.open(uri, text);
    expect(await codes()).toEqual([]);
  });
});

test('quick fixes: the command that compares and updates, for a client that has it, before another name', async () => {
  await open();
  await refuse(exists);
  const position = { line: 2, character: 12 };
  const actions = (): Promise<CodeAction[]> =>
    session.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  expect((await actions()).map(({ title }) => title)).toEqual(['Rename to "shop-2"']);
  await session.client.sendNotification(contextNotification, {});
  expect((await actions()).map(({ command }) => command)).toEqual([
    {
      title: 'Compare and update in Atlas…',
      command: 'streamconn.deployConnection',
      arguments: [uri],
    },
    undefined,
  ]);
});

test('a connection that is not there can be created instead', async () => {
  await open();
  expect(await refuse({ status: 404, errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME' })).toMatchObject({
    place: { version: 1 },
    instead: 'create',
  });
});

test('a refusal of a megabyte is one line', async () => {
  await open();
  await refuse({ status: 400, errorCode: 'E'.repeat(1_000_000), detail: 'No\n\u0000 **such** name. '.repeat(50_000) });
  const [{ message = '', code = '' } = {}] = await pull();
  expect(String(message)).toMatch(/^No \*\*such\*\* name\. No .{1,400}…$/);
  expect(String(code)).toHaveLength(101);
});
