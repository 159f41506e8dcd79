// What Atlas refuses comes back into the file, and goes again.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, DiagnosticSeverity, languages, type TextDocument, window } from 'vscode';
import { errorReply, refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import {
  confirm,
  confirmUpdate,
  create,
  doAs,
  isCreate,
  patched,
  posted,
  update,
  withSignedInAtlas,
} from './creating.ts';
import { goOn } from './diffs.ts';
import { closeWholly, cluster, diagnosticsBecome, openFile, retype } from './files.ts';
import { applyFix } from './fixing.ts';
import { poll } from './poll.ts';

const kafka = {
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'kafka.k8s.local:9092,broker.example.com:9092',
  authentication: { mechanism: '', sslCertificate: '${file:c.pem}' },
  security: { protocol: 'SSL' },
};
const nameExists = 'STREAM_CONNECTION_NAME_ALREADY_EXISTS';

function refusedIn(document: TextDocument): string[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Atlas')
    .map(({ code, range }) => `${String(code)} ${range.start.line} ${document.getText(range)}`);
}

/** Until the problems of Atlas are exactly these: code, line and text of each. */
function refusedBecome(document: TextDocument, problems: readonly string[]): Promise<unknown> {
  return poll(`of Atlas: ${problems.join(', ') || 'nothing'}`, () => {
    return JSON.stringify(refusedIn(document)) === JSON.stringify(problems);
  });
}

/** A file whose name exists already. */
async function openRefused(): Promise<TextDocument> {
  const document = await openFile(cluster);
  await create(document, confirm);
  await create(document, confirm);
  await refusedBecome(document, [`${nameExists} 2 "shop"`]);
  return document;
}

describe('a refusal', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('stands at its property in Atlas’ own words, and moves with it', async () => {
    const document = await openRefused();
    assert.deepEqual(
      languages.getDiagnostics(document.uri).map(({ message, severity }) => [severity, message]),
      [
        [
          DiagnosticSeverity.Information,
          'In Shop / orders: A Stream connection with the name shop already exists. Compare it with this file and update it, or rename this one.',
        ],
      ],
    );
    await retype(document, `\n\n${document.getText()}`);
    await refusedBecome(document, [`${nameExists} 4 "shop"`]);
  });

  it('of a name that exists is put right by another name', async () => {
    const document = await openRefused();
    await applyFix(document, 'Rename to "shop-2"');
    await refusedBecome(document, []);
    const person = await create(document, confirm);
    assert.match(person.seen.at(-1) ?? '', /^Created the Cluster connection “shop-2”/);
    assert.deepEqual(JSON.parse(posted(sandbox).at(-1)?.body ?? ''), { ...cluster, name: 'shop-2' });
  });

  it('or by comparing and updating, with which it goes', async () => {
    instanceOf(sandbox).connections.set('shop', { ...cluster, clusterName: 'Other', state: 'READY' });
    const document = await openFile(cluster);
    await create(document, confirm);
    await refusedBecome(document, [`${nameExists} 2 "shop"`]);
    assert.deepEqual((await doAs(() => applyFix(document, 'Compare and update in Atlas…'))).seen, []);
    assert.deepEqual(patched(sandbox), []);
    const person = await doAs(goOn, confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /^Updated/);
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), cluster);
    await refusedBecome(document, []);
  });

  it('of servers is put right by leaving out the one that is not public', async () => {
    const document = await openFile({
      ...kafka,
      authentication: { mechanism: 'PLAIN', username: 'u', password: 'pass' },
      security: { protocol: 'SASL_SSL' },
    });
    sandbox.fault({ kind: 'reply', reply: refusals.invalid('Invalid bootstrapServers.') }, isCreate);
    await create(document, confirm);
    await refusedBecome(document, [`VALIDATION_ERROR 3 "${kafka.bootstrapServers}"`]);
    await applyFix(document, 'Keep only the public servers');
    await refusedBecome(document, []);
    const person = await create(document, confirm);
    assert.match(person.seen.at(-1) ?? '', /^Created the Kafka connection/);
    assert.equal(JSON.parse(posted(sandbox).at(-1)?.body ?? '').bootstrapServers, 'broker.example.com:9092');
  });

  it('of the network says what to do', async () => {
    const https = { type: 'S3', name: 's', aws: { roleArn: 'arn:aws:iam::123456789012:role/x' } };
    await create(await openFile(https), confirm);
    const access = { type: 'PRIVATE_LINK', connectionId: '32b6e34b3d91647abb20e7b8' };
    const document = await openFile({ ...https, networking: { access } });
    await update(document, confirmUpdate);
    await refusedBecome(document, ['STREAM_NETWORKING_CANNOT_BE_MODIFIED 6 "networking"']);
    const [diagnostic] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Atlas');
    assert.match(
      diagnostic?.message ?? '',
      /^In Shop \/ orders: Stream networking cannot be modified\. Networking stays as it was created\./,
    );
  });

  it('is shown from the message, at its place', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    const other = await openFile({ ...cluster, name: 'other' });
    assert.equal(window.activeTextEditor?.document, other);
    await create(document, confirm, [/409/, 'Show Problem']);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.equal(document.getText(editor?.selection), '"shop"');
  });

  it('without a place stands on the first line', async () => {
    const document = await openFile(cluster);
    sandbox.fault({ kind: 'reply', reply: errorReply(400, 'Bad Request', 'NEVER_SEEN', 'Nope.') }, isCreate);
    await create(document, confirm);
    await refusedBecome(document, ['NEVER_SEEN 0 {']);
    await retype(document, document.getText().replace('Shop', 'Other'));
    await refusedBecome(document, []);
  });

  it('that is not the file’s fault stays out of it', async () => {
    const document = await openRefused();
    const reply = errorReply(403, 'Forbidden', 'USER_UNAUTHORIZED', 'Not with this name.');
    sandbox.fault({ kind: 'reply', reply }, isCreate);
    await create(document, confirm);
    await refusedBecome(document, []);
  });

  it('stays while the next try is only asked about', async () => {
    const document = await openRefused();
    await create(document, [/^Create the connection/, undefined]);
    assert.deepEqual(refusedIn(document), [`${nameExists} 2 "shop"`]);
  });

  it('is there again when the file is, unless its place has changed meanwhile', async () => {
    const { uri, fileName } = await openRefused();
    await closeWholly(uri);
    await poll('no problem', () => languages.getDiagnostics(uri).length === 0);
    const same = await window.showTextDocument(uri);
    await refusedBecome(same.document, [`${nameExists} 2 "shop"`]);
    await closeWholly(uri);
    writeFileSync(fileName, JSON.stringify({ ...cluster, name: 'shop-2', zzz: 1 }));
    const changed = await window.showTextDocument(uri);
    await diagnosticsBecome(changed.document, ['unknown-property']);
  });

  it('of a file that VS Code has let go of is there when it is opened', async () => {
    const { uri } = await openFile(cluster);
    instanceOf(sandbox).connections.set('shop', { ...cluster, state: 'READY' });
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    sandbox.fault({ kind: 'slow', until }, isCreate);
    const creating = doAs(() => commands.executeCommand('streamconn.createConnection', uri.toString()), confirm);
    await poll('the request', () => posted(sandbox).length === 1);
    await closeWholly(uri);
    release();
    await creating;
    const { document } = await window.showTextDocument(uri);
    await refusedBecome(document, [`${nameExists} 2 "shop"`]);
  });

  it('that repeats a secret shows none of it', async () => {
    const secret = 'hunter2-canary';
    const document = await openFile({
      type: 'Https',
      name: 'h',
      url: 'https://example.com',
      headers: { 'X-Api-Key': secret },
    });
    const fields = [{ field: 'headers.X-Api-Key', description: `${secret} is no key` }];
    const { body } = errorReply(400, `No ${secret}`, `CODE_${secret}`, `Not ${secret}`, [
      secret,
      encodeURIComponent(secret),
    ]);
    const reply = { status: 400, body: { ...(body as object), badRequestDetail: { fields } } };
    sandbox.fault({ kind: 'reply', reply }, isCreate);
    const person = await create(document, confirm);
    await poll('the problem', () => refusedIn(document).length === 1);
    const [diagnostic] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Atlas');
    assert.equal(diagnostic?.message, 'In Shop / orders: ••• is no key.');
    assert.ok(!(JSON.stringify(diagnostic) + person.seen.join()).includes(secret));
  });
});
