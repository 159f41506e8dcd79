// What VS Code does not write is said with the file, the reason and what to do; nothing is lost.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { doAs } from './creating.ts';
import { goOn, openDiffs } from './diffs.ts';
import { openFile } from './files.ts';
import { mountReadOnly } from './mountReadOnly.ts';
import type { Answer, Person } from './person.ts';
import { poll } from './poll.ts';
import { agree, here, pick, pull, pullAll, withPullFolder } from './pulling.ts';
import { forget, run } from './secrets.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const broker = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'new.example.com:9092',
  authentication: { mechanism: 'PLAIN', username: 'shop', password: 'hunter2-canary' },
  security: { protocol: 'SASL_SSL' },
};
const lastOf = ({ seen }: Person) => seen.at(-1) ?? '';

const setReadOnly = (value: object | undefined) =>
  workspace.getConfiguration('files').update('readonlyInclude', value, true);

/** In an editor that takes nothing that is typed. */
async function openReadOnly(content: object): Promise<TextDocument> {
  const document = await openFile(content);
  await setReadOnly({ '**/*.streamconn.json': true });
  await poll('a read-only editor', async () => {
    await window.showTextDocument(document);
    await commands.executeCommand('type', { text: ' ' });
    const isTaken = document.isDirty;
    await commands.executeCommand('workbench.action.files.revert');
    return !isTaken;
  });
  return document;
}

/** Runs the command with the file; gives what is said last, once nothing of the file has changed. */
async function runOn(document: TextDocument, command: string, argument: unknown, ...answers: Answer[]) {
  const before = document.getText();
  const uri = document.uri.toString();
  const person = await doAs(() => commands.executeCommand(`streamconn.${command}`, uri, argument), ...answers);
  assert.deepEqual([document.getText(), document.isDirty], [before, false]);
  assert.ok(!person.seen.join().includes('hunter2'));
  return lastOf(person);
}

const notChanged =
  /^file\d+\.streamconn\.json couldn't be changed\. The file is read-only in VS Code\. Make it writable/;

describe('read-only files', () => {
  withPullFolder(() => undefined);
  afterEach(() => setReadOnly(undefined));

  it('keep a secret that was to be moved, which is stored', async () => {
    const named: Answer = [/^Move to secret storage: The name/, 'READ_ONLY_CANARY'];
    const document = await openReadOnly(broker);
    const said = await runOn(document, 'moveToSecretStorage', '/authentication/password', named);
    assert.match(
      said,
      /READ_ONLY_CANARY, but file\d+\.streamconn\.json couldn't be changed\. The file is read-only in VS Code\./,
    );
    await forget('READ_ONLY_CANARY');
  });

  it('are not given a certificate', async () => {
    const path = join(temporaryFolder(), 'client.pem');
    writeFileSync(path, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const authentication = { mechanism: 'SSL', sslCertificate: '', sslKey: '' };
    const document = await openReadOnly({ ...broker, authentication });
    const said = await runOn(document, 'insertPem', '/authentication/sslCertificate', [/^Insert PEM/, path]);
    assert.match(said, notChanged);
  });

  it('are not given the version from Atlas, and the diff stays', async () => {
    const document = await openReadOnly(broker);
    const before = document.getText();
    await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', document.uri.toString()));
    assert.match(lastOf(await doAs(() => goOn('useAtlasVersion'))), notChanged);
    assert.deepEqual([document.getText(), document.isDirty, openDiffs()], [before, false, 1]);
  });

  it('are not replaced by a pull', async () => {
    const document = await openReadOnly(broker);
    const before = document.getText();
    const person = await doAs(pull, pick('broker'), here, [/^Replace /, 'Replace File']);
    assert.match(lastOf(person), /^file\d+\.streamconn\.json couldn't be changed\. /);
    assert.equal(Buffer.from(await workspace.fs.readFile(document.uri)).toString(), before);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('a new one has nowhere to go in a read-only folder', async () => {
    const { folder, mounted } = mountReadOnly();
    const into = (title: RegExp): Answer[] => [
      [title, 'another folder'],
      [title, folder],
    ];
    const kind: Answer = [/^New connection file$/, 'Kafka connection with PLAIN'];
    const name: Answer = [/^New connection file: /, 'new-kafka'];
    const person = await run('newConnectionFile', kind, name, ...into(/^New connection file$/));
    assert.match(lastOf(person), /new-kafka\.streamconn\.json couldn't be created\. Its file system is read-only\. /);
    const pulled = await doAs(pullAll, ...into(/^Pull all connections$/), agree);
    assert.match(
      lastOf(pulled),
      /^These files couldn't be created: .*broker\.streamconn\.json.*\. Its file system is read-only\. Make the folder/,
    );
    mounted.dispose();
  });
});
