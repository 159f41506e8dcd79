// Secrets and PEM files on their way out of a connection file: into SecretStorage, or named by their path.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type TextDocument, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, posted, withSignedInAtlas } from './creating.ts';
import { closeAll, diagnosticsBecome, openFile, retype } from './files.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { forget } from './secrets.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const kafka = (authentication: object) => ({
  type: 'Kafka',
  name: 'orders-kafka',
  bootstrapServers: 'broker.example.com:9092',
  authentication,
  security: { protocol: 'SASL_SSL' },
});
const plain = (password: string) => kafka({ mechanism: 'PLAIN', username: 'u', password });
const pointer = '/authentication/password';
const canary = 'hunter2-"quoted"\\canary';
const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const privateKey = '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n';

const namedSo: Answer = [/^Move to secret storage: The name/, 'ORDERS_KAFKA_PASSWORD'];

async function run(command: string, document: TextDocument, argument: unknown, ...answers: Answer[]): Promise<Person> {
  const person = personWho(...answers);
  await commands.executeCommand(command, document.uri.toString(), argument);
  assert.deepEqual(person.leave(), []);
  assert.ok(!person.seen.join().includes('hunter2'));
  return person;
}

const move = (document: TextDocument, argument: unknown, ...answers: Answer[]) =>
  run('streamconn.moveToSecretStorage', document, argument, ...answers);

describe('move to secret storage', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('the literal leaves the file, is stored, and is what create sends', async () => {
    const document = await openFile(plain(canary));
    const person = await move(document, pointer, namedSo);
    assert.match(person.seen.at(-1) ?? '', /stored as the secret ORDERS_KAFKA_PASSWORD/);
    assert.deepEqual(JSON.parse(document.getText()), plain('${secret:ORDERS_KAFKA_PASSWORD}'));
    await create(document, confirm);
    assert.equal(JSON.parse(posted(sandbox)[0]?.body ?? '').authentication.password, canary);
    await forget('ORDERS_KAFKA_PASSWORD');
  });
});

describe('move to secret storage, with an obstacle', () => {
  afterEach(closeAll);

  it('another value under that name is kept, unless it may be replaced', async () => {
    const taken: Answer = [/^Secret ORDERS_KAFKA_PASSWORD already exists/, undefined];
    await move(await openFile(plain('first')), pointer, namedSo);
    const document = await openFile(plain(canary));
    await move(document, pointer, namedSo, taken);
    assert.deepEqual(JSON.parse(document.getText()), plain(canary));
    await move(document, pointer, namedSo, [taken[0], 'Replace']);
    assert.deepEqual(JSON.parse(document.getText()), plain('${secret:ORDERS_KAFKA_PASSWORD}'));
    await forget('ORDERS_KAFKA_PASSWORD');
  });

  it('a file that changes meanwhile is left as it is, and that is said', async () => {
    const document = await openFile(plain(canary));
    const person = personWho();
    window.showInputBox = async () => {
      await retype(document, JSON.stringify(plain('typed meanwhile')));
      return 'ORDERS_KAFKA_PASSWORD';
    };
    await commands.executeCommand('streamconn.moveToSecretStorage', document.uri.toString(), pointer);
    person.leave();
    assert.match(person.seen.at(-1) ?? '', /the file has changed and was not edited/);
    assert.deepEqual(JSON.parse(document.getText()), plain('typed meanwhile'));
    await forget('ORDERS_KAFKA_PASSWORD');
  });

  it('a place without a string, or no place at all', async () => {
    const document = await openFile(plain(canary));
    for (const argument of ['/authentication', '/nothing/here', undefined, 3, { evil: true }]) {
      const person = await move(document, argument);
      assert.match(person.seen.join(), /^There is no secret at this place now/);
    }
    assert.deepEqual(JSON.parse(document.getText()), plain(canary));
  });
});

describe('store secret', () => {
  afterEach(closeAll);

  it('a lens gives the name, and only the value is asked for; what was missing is then known', async () => {
    const document = await openFile(plain('${secret:LENS_SECRET}'));
    await diagnosticsBecome(document, ['secret-not-stored']);
    const value: Answer = [/^Store secret: The value of \$\{secret:LENS_SECRET\}.*\(masked\)$/, canary];
    await run('streamconn.storeSecret', document, 'LENS_SECRET', value);
    await diagnosticsBecome(document, []);
    await forget('LENS_SECRET');
    await diagnosticsBecome(document, ['secret-not-stored']);
  });

  it('from a file, with all of its lines', async () => {
    const path = join(temporaryFolder(), 'client.key');
    writeFileSync(path, privateKey);
    const person = personWho([/^Store secret from file: The name/, 'CLIENT_KEY'], [/^Store secret from file$/, path]);
    await commands.executeCommand('streamconn.storeSecretFromFile');
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /^Stored the secret CLIENT_KEY\./);
    await forget('CLIENT_KEY');
  });
});

describe('insert a PEM file', () => {
  afterEach(closeAll);
  const mutualTls = (sslCertificate: string, sslKey: string) => kafka({ sslCertificate, sslKey });
  const insert = (document: TextDocument, key: string, ...answers: Answer[]) =>
    run('streamconn.insertPem', document, `/authentication/${key}`, ...answers);

  it('inside the folder, by its path', async () => {
    const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    writeFileSync(join(root, 'client.pem'), certificate);
    const document = await openFile(mutualTls('', ''));
    await insert(
      document,
      'sslCertificate',
      [/^Insert PEM/, join(root, 'client.pem')],
      [/^Insert PEM/, 'Name the file'],
    );
    assert.deepEqual(JSON.parse(document.getText()), mutualTls('${file:client.pem}', ''));
  });

  it('outside the folder: a certificate as its text, a private key as a secret', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'client.pem'), certificate.replaceAll('\n', '\r\n'));
    writeFileSync(join(folder, 'client.key'), privateKey);
    const document = await openFile(mutualTls('', ''));
    await insert(document, 'sslCertificate', [/^Insert PEM/, join(folder, 'client.pem')]);
    const named: Answer = [/^Insert PEM file: The name/, 'ORDERS_KAFKA_SSL_KEY'];
    await insert(document, 'sslKey', [/^Insert PEM/, join(folder, 'client.key')], named);
    assert.deepEqual(JSON.parse(document.getText()), mutualTls(certificate, '${secret:ORDERS_KAFKA_SSL_KEY}'));
    await forget('ORDERS_KAFKA_SSL_KEY');
  });

  it('a file that is no PEM is refused', async () => {
    const path = join(temporaryFolder(), 'client.der');
    writeFileSync(path, Uint8Array.from([0x30, 0x82, 0xff, 0xfe]));
    const document = await openFile(mutualTls('', ''));
    const person = await insert(document, 'sslKey', [/^Insert PEM/, path]);
    assert.match(person.seen.at(-1) ?? '', /^Nothing was inserted: the file cannot be read as text\.$/);
  });
});
