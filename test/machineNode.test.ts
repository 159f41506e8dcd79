// dist/server.js and dist/cli.js at work on this machine's own Node, which may be as old as the oldest that package.json names.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundles } from '../esbuild.mjs';
import manifest from '../package.json' with { type: 'json' };
import { fullClient } from './support/fullClient.ts';
import { machineNode } from './support/machineNode.ts';

const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);
const { program, version } = machineNode(oldest);

const folder = mkdtempSync(join(tmpdir(), 'streamconn-node-'));
const [server, cli] = [join(folder, 'server.js'), join(folder, 'cli.js')];
beforeAll(() => Promise.all([build({ ...bundles.server, outfile: server }), build({ ...bundles.cli, outfile: cli })]));
afterAll(() => rmSync(folder, { recursive: true }));

const content = '{"type":"Kafka","name":"shop"}';

describe(`on Node ${version} (package.json: ${manifest.engines.node}; these tests: ${process.version})`, () => {
  test('the server checks, fixes, completes, explains and formats', async () => {
    const child = spawn(program, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: fullClient });
    await client.sendNotification('initialized', {});
    const textDocument = { uri: 'file:///x.streamconn.json', languageId: 'streamconn', version: 1, text: content };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const ask = (method: string, params = {}) =>
      client.sendRequest(`textDocument/${method}`, { textDocument, ...params });
    const position = { line: 0, character: content.length - 1 };
    const range = { start: { line: 0, character: 0 }, end: position };

    expect(await ask('diagnostic')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: 'missing-property' })]),
    });
    const actions = await ask('codeAction', { range, context: { diagnostics: [] } });
    expect(actions).toContainEqual(expect.objectContaining({ title: 'Add "bootstrapServers"' }));
    expect(await ask('completion', { position: { line: 0, character: 1 } })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'bootstrapServers' })]),
    });
    expect(await ask('hover', { position: { line: 0, character: 2 } })).toMatchObject({ contents: expect.anything() });
    expect(await ask('formatting', { options: { tabSize: 2, insertSpaces: true } })).not.toEqual([]);
    expect(await ask('documentSymbol')).toHaveLength(2);

    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await exited).toBe(0);
  });

  test('the command line checks a file', () => {
    const file = join(folder, 'shop.json');
    writeFileSync(file, content);
    const { status, stdout, stderr } = spawnSync(program, [cli, 'check', file], { encoding: 'utf8' });
    expect(stdout).toContain('[missing-property]');
    expect([status, stderr]).toEqual([1, '']);
    expect(execFileSync(program, [cli, '--help'], { encoding: 'utf8' })).toContain('Usage:');
  });
});
