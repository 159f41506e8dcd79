// The secrets of new connection files: each has its own, under a name after its connection.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompletionList, commands, Position, type SnippetString, type TextDocument, Uri, window } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, posted, withSignedInAtlas } from './creating.ts';
import { cleanUp, mayMake, pathOf, root } from './madeFiles.ts';
import { type Answer, personWho } from './person.ts';
import { poll } from './poll.ts';
import { remember, run } from './secrets.ts';

function shown(): TextDocument {
  const { document } = window.activeTextEditor ?? {};
  if (!document) throw new Error('No editor is open.');
  return document;
}

describe('the secrets of new connection files', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  afterEach(cleanUp);
  const pick = (title: string): Answer => [/^New connection file$/, title];
  const call = (name: string): Answer => [/^New connection file: The name of the connection/, name];
  const here = pick('$(folder)');
  const passwordIn = (path: string) => JSON.parse(readFileSync(path, 'utf8')).authentication.password;

  it('are not shared: the second of two files asks for its own, and each is sent with it', async () => {
    const paths = [pathOf('first-confluent'), pathOf('second-msk')] as const;
    await run('newConnectionFile', pick('Kafka connection with PLAIN'), call('first-confluent'), here);
    await create(shown(), confirm, [/^Secret FIRST_CONFLUENT_PASSWORD: .*\(masked\)$/, 'hunter2-confluent']);
    await run('newConnectionFile', pick('Kafka connection with SCRAM-512'), call('second-msk'), here);
    await create(shown(), confirm, [/^Secret SECOND_MSK_PASSWORD: .*\(masked\)$/, 'hunter2-msk']);
    assert.deepEqual(
      posted(sandbox).map(({ body }) => JSON.parse(body).authentication.password),
      ['hunter2-confluent', 'hunter2-msk'],
    );
    assert.deepEqual(paths.map(passwordIn), ['${secret:FIRST_CONFLUENT_PASSWORD}', '${secret:SECOND_MSK_PASSWORD}']);
  });

  it('are not shared by two connections of the same name: neither one that is stored, nor one that only a file has', async () => {
    await remember('ORDERS_PASSWORD', 'hunter2-dev');
    for (const [folder, expected] of [
      ['dev', 'ORDERS_PASSWORD_2'],
      ['prod', 'ORDERS_PASSWORD_3'],
    ] as const) {
      const below = mayMake(join(root, folder));
      mkdirSync(below);
      const person = personWho(pick('Kafka connection with PLAIN'), call('orders'));
      await commands.executeCommand('streamconn.newConnectionFile', Uri.file(below));
      assert.deepEqual(person.leave(), []);
      assert.equal(passwordIn(join(below, 'orders.streamconn.json')), `\${secret:${expected}}`);
    }
  });

  it('are named after the file where a whole one is completed in it', async () => {
    const path = pathOf('orders-msk');
    writeFileSync(path, '');
    const editor = await window.showTextDocument(Uri.file(path));
    const item = await poll('the whole file', async () => {
      const { uri } = editor.document;
      const at = new Position(0, 0);
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
      return list.items.find(({ label }) => label === 'kafka-mutual-tls');
    });
    await editor.insertSnippet(item.insertText as SnippetString, new Position(0, 0));
    assert.equal(editor.document.getText(editor.selection), 'orders-msk');
    const { name, authentication } = JSON.parse(editor.document.getText());
    assert.deepEqual(
      [name, authentication.sslKey, authentication.sslKeyPassword],
      ['orders-msk', '${file:certificates/client.key}', '${secret:ORDERS_MSK_SSL_KEY_PASSWORD}'],
    );
  });
});
