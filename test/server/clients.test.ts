// Every answer takes the form that the client has announced: nothing is assumed. Against the built server.
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  createProtocolConnection,
  type Hover,
  type InitializeResult,
  MarkupKind,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type ContextParams, contextNotification, offerValuesRequest } from '../../server/src/protocol.ts';
import { atCursor } from '../support/cursor.ts';
import { fullClient } from '../support/fullClient.ts';
import { buildServer } from '../support/rawServer.ts';

let file: string;
beforeAll(async () => {
  file = await buildServer('clients');
});

interface Client {
  readonly server: InitializeResult;
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** Opens the text and asks, with the `‸` in it as position. */
  ask<R>(method: string, marked: string, params?: object): Promise<R>;
  /** What it has. */
  tell(context: ContextParams): Promise<void>;
  end(): Promise<void>;
}

async function connect(capabilities: ClientCapabilities): Promise<Client> {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const client: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const pushed: PublishDiagnosticsParams[] = [];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.push(params);
  });
  for (const method of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh'])
    client.onRequest(method, () => null);
  client.listen();
  const answer = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
  });
  await client.sendNotification('initialized', {});
  let files = 0;
  return {
    server: answer,
    pushed,
    tell: (context) => client.sendNotification(contextNotification, context),
    ask: async (method, marked, params = {}) => {
      const { text, position } = atCursor(marked.includes('‸') ? marked : `‸${marked}`);
      const uri = `file:///${++files}.streamconn.json`;
      const textDocument = { uri, languageId: 'streamconn', version: 1, text: text.getText() };
      await client.sendNotification('textDocument/didOpen', { textDocument });
      return client.sendRequest(method, { textDocument: { uri }, uri, position, ...params });
    },
    end: async () => {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await exited;
    },
  };
}

const nullPosition = { line: 0, character: 0 };
const everywhere = { range: { start: nullPosition, end: { line: 9, character: 0 } }, context: { diagnostics: [] } };
const kafka = (rest: string) => `{ "type": "Kafka", ${rest} }`;
const authentication = kafka('"name": "kafka", "authentication": { "mechanism": "PLAIN", ‸ }');
const password = kafka('"authentication": { "mechanism": "PLAIN", "password": "‸hunter2" }');

async function item(client: Client, marked: string, label: string): Promise<CompletionItem> {
  const { items } = await client.ask<{ items: CompletionItem[] }>('textDocument/completion', marked);
  const found = items.find((one) => one.label === label);
  if (!found) throw new Error(`No ${label} among ${items.map((one) => one.label)}`);
  return found;
}

const newText = ({ textEdit }: CompletionItem) => textEdit?.newText;

describe('a client that announces nothing', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connect({});
  });
  afterAll(() => client.end());

  test.each([
    [authentication, 'password', '"password": "${secret:KAFKA_PASSWORD}"'],
    [authentication, 'username', '"username": ""'],
    ['{ "type": "Kafka", ‸ }', 'config', '"config": {}'],
    ['{ "type": "‸" }', '"Kafka"', '"Kafka"'],
    [kafka('"authentication": { "mechanism": "PLAIN", "password": "${‸" }'), 'secret:', 'secret:}'],
  ])('%s: %s inserts plain text', async (marked, label, expected) => {
    const found = await item(client, marked, label);
    expect(newText(found)).toBe(expected);
    expect(found.insertTextFormat).toBe(1);
  });

  test('every whole file is valid JSON', async () => {
    const { items } = await client.ask<{ items: CompletionItem[] }>('textDocument/completion', '‸');
    expect(items.length).toBeGreaterThan(10);
    for (const whole of items) expect(JSON.parse(newText(whole) ?? '')).toHaveProperty('type');
  });

  test('completion has no command, no details of the label, and plain words', async () => {
    for (const marked of [authentication, '{ "type": "Kafka", ‸ }', kafka('"authentication": ‸')]) {
      const { items } = await client.ask<{ items: CompletionItem[] }>('textDocument/completion', marked);
      for (const { command, labelDetails, documentation = '', insertTextMode } of items) {
        expect([command, labelDetails, insertTextMode]).toEqual([undefined, undefined, undefined]);
        expect(documentation).toBeTypeOf('string');
        expect(documentation).not.toMatch(/`|\*\*|\]\(/);
      }
    }
    expect((await item(client, authentication, 'password')).documentation).toContain('Documentation: https://');
  });

  test('hover is plain text', async () => {
    const { contents } = await client.ask<Hover>(
      'textDocument/hover',
      kafka('"authentication": { "mech‸anism": "PLAIN" }'),
    );
    expect(contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^mechanism — Optional\n/) });
    expect(contents).not.toMatchObject({ value: expect.stringMatching(/`|\*|\]\(/) });
  });

  test('symbols are flat', async () => {
    const symbols = await client.ask(
      'textDocument/documentSymbol',
      kafka('"authentication": { "mechanism": "PLAIN" }'),
    );
    expect(symbols).toMatchObject([
      { name: 'type', location: { uri: expect.stringMatching(/^file:/), range: {} } },
      { name: 'authentication' },
      { name: 'mechanism', containerName: 'authentication' },
    ]);
  });

  test('there is no code action, as each would be more than a command', async () => {
    expect(client.server.capabilities.codeActionProvider).toBe(true);
    expect(await client.ask('textDocument/codeAction', password, everywhere)).toEqual([]);
  });

  test('there are no lenses, and links have no tooltip', async () => {
    expect(await client.ask('textDocument/codeLens', '{}')).toBeNull();
    const links = await client.ask<object[]>('textDocument/documentLink', '{ "type": "Kafka" }');
    expect(links.map((link) => Object.keys(link).sort())).toEqual([['range', 'target']]);
  });

  test('pushed diagnostics have neither version, data nor description', async () => {
    await client.ask('textDocument/foldingRange', '{ "pushed": 1 }');
    await expect.poll(() => client.pushed.length).toBeGreaterThan(0);
    for (const { version, diagnostics } of client.pushed) {
      expect(version).toBeUndefined();
      for (const diagnostic of diagnostics) {
        expect(Object.keys(diagnostic).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
      }
    }
    expect(client.pushed.flatMap(({ diagnostics }) => diagnostics).length).toBeGreaterThan(0);
  });
});

test('a client that has our commands and no code actions but commands gets those', async () => {
  const client = await connect({});
  await client.tell({ secretNames: [] });
  expect(await client.ask('textDocument/codeAction', password, everywhere)).toMatchObject([
    { title: expect.any(String), command: 'streamconn.moveToSecretStorage' },
  ]);
  await client.end();
});

describe('a client that announces everything', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(fullClient);
    await client.tell({ secretNames: [] });
  });
  afterAll(() => client.end());

  test('gets tab stops, Markdown and the command that goes on', async () => {
    expect(await item(client, authentication, 'password')).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: '"password": "\\${secret:${1:KAFKA_PASSWORD}\\}"' },
      documentation: { kind: 'markdown', value: expect.stringContaining('[Documentation](https://') },
    });
    expect(await item(client, '{ ‸ }', 'type')).toMatchObject({ command: { command: 'editor.action.triggerSuggest' } });
  });

  test('gets details of a label', async () => {
    const values = [{ value: 'Shop', detail: 'AWS' }];
    expect(
      await client.ask(offerValuesRequest.method, '{ "type": "Cluster", "clusterName": "‸" }', { values }),
    ).toMatchObject([{ labelDetails: { description: 'AWS' } }]);
  });

  test('gets hover as Markdown, symbols as a tree, links with tooltips', async () => {
    const marked = kafka('"authentication": { "mech‸anism": "PLAIN" }');
    expect(await client.ask('textDocument/hover', marked)).toMatchObject({ contents: { kind: 'markdown' } });
    expect(await client.ask('textDocument/documentSymbol', marked)).toMatchObject([
      { name: 'type', selectionRange: {} },
      { name: 'authentication', children: [{ name: 'mechanism' }] },
    ]);
    expect(await client.ask('textDocument/documentLink', marked)).toMatchObject([{ tooltip: expect.any(String) }]);
  });

  test('gets actions with versioned edits, the preferred one marked, with whole diagnostics', async () => {
    expect(client.server.capabilities.codeActionProvider).toMatchObject({ codeActionKinds: expect.any(Array) });
    const actions = await client.ask<object[]>('textDocument/codeAction', '{ "type": "Kafca" }', everywhere);
    expect(actions).toContainEqual(
      expect.objectContaining({
        isPreferred: true,
        edit: { documentChanges: [expect.objectContaining({ textDocument: expect.objectContaining({ version: 1 }) })] },
        diagnostics: [expect.objectContaining({ codeDescription: expect.anything(), data: expect.anything() })],
      }),
    );
  });
});

const formats = [MarkupKind.PlainText, MarkupKind.Markdown];
const oneAbility: [string, ClientCapabilities, (client: Client) => Promise<unknown>, unknown][] = [
  [
    'plain text before Markdown in completion',
    { textDocument: { completion: { completionItem: { documentationFormat: formats } } } },
    async (client) => typeof (await item(client, authentication, 'password')).documentation,
    'string',
  ],
  [
    'plain text before Markdown in hover',
    { textDocument: { hover: { contentFormat: formats } } },
    (client) => client.ask('textDocument/hover', '{ "ty‸pe": "Kafka" }'),
    { contents: { kind: 'plaintext' } },
  ],
  [
    'two folding ranges at the most',
    { textDocument: { foldingRange: { rangeLimit: 2, lineFoldingOnly: true } } },
    (client) => client.ask('textDocument/foldingRange', `[\n${'[\n1,\n2\n],\n'.repeat(5)}1\n]`),
    [{}, {}],
  ],
  [
    'code actions that prefer none',
    { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } },
    async (client) => JSON.stringify(await client.ask('textDocument/codeAction', '{ "type": "Kafca" }', everywhere)),
    expect.not.stringMatching(/isPreferred|codeDescription|"data"|documentChanges/),
  ],
  [
    'descriptions of codes, announced for pushing, to a client that pulls',
    { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } },
    async (client) => (await client.ask<{ items: object[] }>('textDocument/diagnostic', '{}')).items.map(Object.keys),
    [expect.arrayContaining(['codeDescription'])],
  ],
  [
    'versions of what is pushed',
    { textDocument: { publishDiagnostics: { versionSupport: true } } },
    async (client) => {
      await client.ask('textDocument/foldingRange', '{}');
      await expect.poll(() => client.pushed.length).toBe(1);
      return client.pushed;
    },
    [{ version: 1 }],
  ],
  [
    'lines of an item that the client indents itself',
    {
      textDocument: {
        completion: { completionItem: { insertTextModeSupport: { valueSet: [2] } } },
      },
    },
    (client) => item(client, '{ ‸ }', 'type'),
    { insertTextMode: 2 },
  ],
];

test.each(oneAbility)('%s', async (_, capabilities, ask, expected) => {
  const client = await connect(capabilities);
  const answer = await ask(client);
  if (typeof expected === 'string' || typeof answer === 'string') expect(answer).toEqual(expected);
  else expect(answer).toMatchObject(expected as object);
  await client.end();
});
