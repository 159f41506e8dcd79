// New connection files from what the clipboard holds: the secrets stored, never written.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, window } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, posted, withSignedInAtlas } from './creating.ts';
import { closeFolder, cluster } from './files.ts';
import { cleanUp, mayMake, pathOf, root } from './madeFiles.ts';
import type { Answer } from './person.ts';
import { copy, remember, run } from './secrets.ts';

const secret = 'hunter2-\\u00e4 "quoted"';
const properties = (password: string) =>
  [
    'bootstrap.servers=broker.example.com:9092',
    'security.protocol=SASL_SSL',
    'sasl.mechanisms=SCRAM-SHA-512',
    'sasl.username=clip',
    `sasl.password=${password}`,
    'group.id=readers',
    'ssl.ca.location=/etc/ssl/ca.pem',
    'statistics.interval.ms=5',
  ].join('\n');

describe('a new connection file from the clipboard', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  afterEach(cleanUp);
  const clip = (...answers: Answer[]) => run('newFileFromClipboard', ...answers);
  const call = (name: string): Answer => [/^New connection file from clipboard: The name of the connection/, name];
  const here: Answer = [/^New connection file from clipboard$/, '$(folder)'];
  const consent: Answer = [/^Store one secret and create clip\.streamconn\.json\?$/, 'Store and Create File'];
  const isNothing = async () => {
    assert.ok(!existsSync(join(root, 'clip.streamconn.json')));
    const { seen } = await run('removeSecret');
    assert.match(seen.join(), /^No secret is stored/);
  };

  it('of settings: the secret is stored and sent, never written; what has no place is named', async () => {
    const path = pathOf('clip');
    await copy(properties(secret));
    const person = await clip(call('clip'), here, consent, [
      /^Created clip\.streamconn\.json and stored its secret\./,
      'Clear Clipboard',
    ]);
    assert.deepEqual(person.details[0]?.split('\n'), [
      'CLIP_PASSWORD: authentication.password',
      '',
      "Its value goes into VS Code's secret storage. The file refers to it as ${secret:NAME}.",
    ]);
    assert.match(
      person.seen.at(-1) ?? '',
      /Left out, .*: statistics\.interval\.ms\. Put into the workspace folder what the file names: ca\.pem\. The clipboard still holds the values\.$/,
    );
    assert.equal(await env.clipboard.readText(), '');
    const document = window.activeTextEditor?.document;
    assert.ok(document && document.uri.fsPath === path && !document.isDirty);
    const expected = {
      type: 'Kafka',
      name: 'clip',
      bootstrapServers: 'broker.example.com:9092',
      authentication: { mechanism: 'SCRAM-512', username: 'clip', password: '${secret:CLIP_PASSWORD}' },
      security: { protocol: 'SASL_SSL', brokerPublicCertificate: '${file:ca.pem}' },
      config: { 'group.id': 'readers' },
    };
    assert.equal(readFileSync(path, 'utf8'), `${JSON.stringify(expected, null, 2)}\n`);
    writeFileSync(mayMake(join(root, 'ca.pem')), 'x');
    await create(document, confirm);
    assert.equal(JSON.parse(posted(sandbox).at(-1)?.body ?? '').authentication.password, secret);
  });

  it('of an answer of Atlas: without a question about secrets, as there are none', async () => {
    const path = pathOf('shop');
    await copy(
      JSON.stringify({
        status: 200,
        content: { ...cluster, id: '65a1b2c3d4e5f60718293a4b', state: 'READY', links: [] },
      }),
    );
    const { seen, boxes } = await clip([call('')[0], 'shop'], here);
    assert.equal(boxes[0]?.value, 'shop');
    assert.equal(seen.at(-1), 'Created shop.streamconn.json.');
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), cluster);
  });

  it('of a list, the one that is picked', async () => {
    const path = pathOf('shop');
    await copy(JSON.stringify({ results: [{ type: 'Sample', name: 'samplelog' }, cluster], totalCount: 2 }));
    const { offered } = await clip([/^New connection file from clipboard$/, 'shop'], call('shop'), here);
    assert.deepEqual(offered.slice(0, 2), ['samplelog | Sample', 'shop | Cluster']);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), cluster);
  });

  it('of JSON that is no connection: none is made, nothing is stored, and what to copy is said', async () => {
    for (const other of [
      { type: 'service_account', project_id: 'shop', private_key: secret },
      { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', data: { password: secret } },
    ]) {
      await copy(JSON.stringify(other));
      const { seen } = await clip();
      assert.match(seen.join(), /^No file was made\. The clipboard’s JSON has no connection in it\. Copy a connection/);
      await isNothing();
    }
  });

  it('nothing is stored or written for somebody who cancels, at whichever step', async () => {
    await copy(properties(secret));
    const steps = [call('clip'), here, consent];
    for (const [index, [question]] of steps.entries()) {
      await clip(...steps.slice(0, index), [question, undefined]);
      await isNothing();
    }
    assert.equal(await env.clipboard.readText(), properties(secret));
  });

  it('a name that stands for another value is replaced, or left alone, or stops it', async () => {
    const path = pathOf('clip');
    await copy(properties(secret));
    const taken = /^Secret CLIP_PASSWORD already exists with another value\. Replace it\?$/;
    await remember('CLIP_PASSWORD', 'hunter2-old');
    await clip(call('clip'), here, [taken, undefined]);
    assert.ok(!existsSync(path));
    await clip(call('clip'), here, [taken, 'Use CLIP_PASSWORD_2'], consent);
    assert.match(readFileSync(path, 'utf8'), /"password": "\$\{secret:CLIP_PASSWORD_2\}"/);
    const { offered } = await run('removeSecret', [/^Remove secret$/, undefined]);
    assert.deepEqual(offered, ['CLIP_PASSWORD', 'CLIP_PASSWORD_2']);
    rmSync(path);
    await clip(call('clip'), here, [taken, 'Replace'], consent);
    assert.match(readFileSync(path, 'utf8'), /"password": "\$\{secret:CLIP_PASSWORD\}"/);
    rmSync(path);
    // The same value is no other one.
    await clip(call('clip'), here, consent);
  });

  for (const [title, more] of [
    ['without its password', {}],
    ['with a masked password', { password: '****' }],
  ] as const) {
    it(`of an answer ${title}: it gets the name of no other connection’s secret, stored or not`, async () => {
      await remember('CLIP_PASSWORD', 'hunter2-prod');
      const other = { type: 'Kafka', name: 'other', authentication: { password: '${secret:CLIP_PASSWORD_2}' } };
      writeFileSync(pathOf('other'), JSON.stringify(other));
      const path = pathOf('clip');
      const authentication = { mechanism: 'PLAIN', username: 'dev', ...more };
      await copy(
        JSON.stringify({ type: 'Kafka', name: 'clip', bootstrapServers: 'dev.example.com:9092', authentication }),
      );
      await clip([call('')[0], 'clip'], here);
      assert.equal(JSON.parse(readFileSync(path, 'utf8')).authentication.password, '${secret:CLIP_PASSWORD_3}');
    });
  }

  it('a name that only a file has is not given another connection’s value', async () => {
    const other = { type: 'Kafka', name: 'other', authentication: { password: '${secret:CLIP_PASSWORD}' } };
    writeFileSync(pathOf('other'), JSON.stringify(other));
    const path = pathOf('clip');
    await copy(properties(secret));
    const { details } = await clip(call('clip'), here, consent);
    assert.equal(details[0]?.split('\n')[0], 'CLIP_PASSWORD_2: authentication.password');
    assert.match(readFileSync(path, 'utf8'), /"password": "\$\{secret:CLIP_PASSWORD_2\}"/);
  });

  it('of a secret that is an object: it is left out, and named, and the clipboard can be cleared', async () => {
    const path = pathOf('p');
    await copy(JSON.stringify({ type: 'Kafka', name: 'p', authentication: { password: { value: 'hunter2' } } }));
    const made =
      /^Created p\.streamconn\.json\. Left out, .*: authentication\.password\. The clipboard still holds the values\.$/;
    await clip([call('')[0], 'p'], here, [made, 'Clear Clipboard']);
    assert.equal(JSON.parse(readFileSync(path, 'utf8')).authentication.password, '${secret:P_PASSWORD}');
    assert.equal(await env.clipboard.readText(), '');
  });

  it('where the file cannot be made, nothing stays stored', async () => {
    await copy(properties(secret));
    const path = pathOf('clip');
    const meanwhile: Answer = [
      { test: (said: string) => consent[0].test(said) && void writeFileSync(path, 'mine') === undefined } as RegExp,
      'Store and Create File',
    ];
    const { seen } = await clip(call('clip'), here, meanwhile);
    assert.match(seen.at(-1) ?? '', /^clip\.streamconn\.json couldn't be created\./);
    assert.equal(readFileSync(path, 'utf8'), 'mine');
    rmSync(path);
    await isNothing();
  });

  it('a clipboard without text, or with far too much, is said', async () => {
    for (const [text, expected] of [
      ['', /^No file was made\. The clipboard holds no text\. Copy a connection/],
      [
        'bootstrap.servers=a\n'.repeat(300_000),
        /^No file was made\. The clipboard holds more than a million characters\./,
      ],
    ] as const) {
      await copy(text);
      const { seen } = await clip();
      assert.match(seen.join(), expected);
    }
  });

  it('of settings for two connections, the one that is picked, with a word on the other', async () => {
    const path = pathOf('registry');
    await copy(`${properties('')}\nschema.registry.url=https://r.example.com\nbasic.auth.user.info=user:${secret}\n`);
    const store: Answer = [/^Store one secret .* create registry\.streamconn\.json\?$/, 'Store and Create File'];
    const picked = await clip(
      [/^New connection file from clipboard$/, 'SchemaRegistry'],
      call('registry'),
      here,
      store,
    );
    assert.deepEqual(picked.offered.slice(0, 2), ['Kafka', 'SchemaRegistry']);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), {
      type: 'SchemaRegistry',
      name: 'registry',
      provider: 'CONFLUENT',
      schemaRegistryUrls: ['https://r.example.com'],
      schemaRegistryAuthentication: { type: 'USER_INFO', username: 'user', password: '${secret:REGISTRY_PASSWORD}' },
    });
    pathOf('clip');
    const other = await clip([/^New connection file from clipboard$/, 'Kafka'], call('clip'), here);
    assert.match(other.seen.at(-1) ?? '', /settings of another connection as well: run the command again/);
  });

  it('of a login in an address: it is stored where there is a place for it, else left out, and named', async () => {
    const path = pathOf('clip');
    await copy('schema.registry.url=https://KEY:hunter2%2F@r.example.com\nbasic.auth.credentials.source=URL');
    const { details } = await clip(call('clip'), here, consent);
    assert.equal(details[0]?.split('\n')[0], 'CLIP_PASSWORD: schemaRegistryAuthentication.password');
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), {
      type: 'SchemaRegistry',
      name: 'clip',
      provider: 'CONFLUENT',
      schemaRegistryUrls: ['https://r.example.com'],
      schemaRegistryAuthentication: { type: 'USER_INFO', username: 'KEY', password: '${secret:CLIP_PASSWORD}' },
    });
    const hook = pathOf('hook');
    await copy(JSON.stringify({ type: 'Https', name: 'hook', url: 'https://u:hunter2@h.example.com' }));
    const made =
      /^Created hook\.streamconn\.json\. Left out, .*: the user name or password in url\. The clipboard still/;
    await clip([call('')[0], 'hook'], here, [made, 'Clear Clipboard']);
    assert.equal(JSON.parse(readFileSync(hook, 'utf8')).url, 'https://h.example.com');
    assert.equal(await env.clipboard.readText(), '');
  });

  it('in a window without a folder goes into the one that is chosen; cancelled, nowhere, and nothing is stored', async () => {
    const folder = mayMake(mkdtempSync(join(tmpdir(), 'streamconn-elsewhere-')));
    await copy(properties(secret));
    const choose = (answer: string | undefined): Answer => [here[0], answer];
    const reopen = closeFolder();
    try {
      await clip(call('clip'), choose(undefined));
      await isNothing();
      await clip(call('clip'), choose(folder), consent);
    } finally {
      reopen();
    }
    assert.deepEqual(readdirSync(folder), ['clip.streamconn.json']);
  });

  it('of a list, nothing for somebody who picks none', async () => {
    await copy(JSON.stringify({ results: [{ type: 'Sample', name: 'samplelog' }, cluster], totalCount: 2 }));
    const { seen } = await clip([/^New connection file from clipboard$/, undefined]);
    assert.equal(seen.length, 1);
    assert.equal(window.activeTextEditor, undefined);
  });

  it('what is not understood is said, with what was expected', async () => {
    await copy('hunter2');
    const { seen } = await clip();
    assert.match(
      seen.join(),
      /^No file was made\. The clipboard holds neither JSON nor any setting that is known\. Copy a connection/,
    );
  });
});
