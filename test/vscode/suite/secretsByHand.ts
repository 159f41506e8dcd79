// Named secrets: stored from wherever they are, listed with the files that name them, replaced and removed.
import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, type TextDocument, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, posted, withSignedInAtlas } from './creating.ts';
import { closeAll, openFile, retype } from './files.ts';
import type { Answer } from './person.ts';
import { copy, forgetAll, remember, run } from './secrets.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const canary = 'hunter2-"quoted"\\canary';
const https = (secret: string) => ({
  type: 'Https',
  name: 'hook',
  url: 'https://example.com',
  headers: { Authorization: `\${secret:${secret}}` },
});
const nameOf = (document: TextDocument) => workspace.asRelativePath(document.uri);

let files: string[] = [];

async function open(content: object): Promise<TextDocument> {
  const document = await openFile(content);
  files.push(document.uri.fsPath);
  return document;
}

/** Nothing is stored, and no file of these tests names anything. */
async function cleanUp(): Promise<void> {
  await closeAll();
  for (const file of files) rmSync(file);
  files = [];
  await forgetAll();
}

describe('a secret whose name is taken', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  afterEach(cleanUp);
  const replaced: Answer = [/^Replace secret: Secret TAKEN already exists\. .*\(masked\)$/, `${canary}-new`];
  const sentNow = async () => {
    const document = await open(https('TAKEN'));
    await create(document, confirm);
    return JSON.parse(posted(sandbox).at(-1)?.body ?? '').headers.Authorization;
  };

  it('is replaced only by somebody who was told so', async () => {
    await remember('TAKEN', canary);
    const named: Answer = [/^Store secret: The name/, 'TAKEN'];
    const kept = await run('storeSecret', named, [replaced[0], undefined]);
    assert.deepEqual(
      kept.boxes.map(({ value }) => value),
      [undefined, undefined],
    );
    assert.equal(await sentNow(), canary);
    await run('storeSecret', named, replaced);
    assert.equal(await sentNow(), `${canary}-new`);
  });

  it('from a file and from the clipboard, too', async () => {
    await remember('TAKEN', canary);
    const path = join(temporaryFolder(), 'token.txt');
    writeFileSync(path, 'hunter2-of-the-file\r\n');
    const keep: Answer = [/^Secret TAKEN already exists\. Replace its value\?$/, undefined];
    const fromFile = [/^Store secret from file: The name/, 'TAKEN'] as const;
    await run('storeSecretFromFile', fromFile, [/^Store secret from file$/, path], keep);
    await copy('hunter2-of-the-clipboard');
    await run('storeSecretFromClipboard', [/^Store secret from clipboard: The name/, 'TAKEN'], keep);
    assert.equal(await env.clipboard.readText(), 'hunter2-of-the-clipboard');
    assert.equal(await sentNow(), canary);
    await run('storeSecretFromFile', fromFile, [/^Store secret from file$/, path], [keep[0], 'Replace']);
    assert.equal(await sentNow(), 'hunter2-of-the-file');
  });
});

describe('a secret from the clipboard', () => {
  afterEach(cleanUp);
  const named: Answer = [/^Store secret from clipboard: The name/, 'CLIPPED'];
  const stored = /^Stored the secret CLIPPED\. .* The clipboard still holds the value\.$/;

  it('is taken off it where the person wants that', async () => {
    await copy(`${canary}\n`);
    await run('storeSecretFromClipboard', named, [stored, 'Clear Clipboard']);
    assert.equal(await env.clipboard.readText(), '');
  });

  it('stays there otherwise', async () => {
    await copy(canary);
    await run('storeSecretFromClipboard', named);
    assert.equal(await env.clipboard.readText(), canary);
  });

  it('is not cleared where it has something else by then', async () => {
    await copy(canary);
    const person = await run('storeSecretFromClipboard', named, [
      {
        test: (said: string) => stored.test(said) && void env.clipboard.writeText('meanwhile') === undefined,
      } as RegExp,
      'Clear Clipboard',
    ]);
    assert.match(person.seen.at(-1) ?? '', /^The clipboard holds something else by now/);
    assert.equal(await env.clipboard.readText(), 'meanwhile');
  });

  it('of an empty one, nothing is asked', async () => {
    await env.clipboard.writeText('');
    const person = await run('storeSecretFromClipboard');
    assert.match(person.seen.join(), /^Nothing was stored: the clipboard holds no text\./);
  });
});

describe('the list of secrets', () => {
  before(() => {
    // Those of other tests would be looked through as well.
    const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    const others = readdirSync(root).filter((name) => name.endsWith('.streamconn.json'));
    for (const name of others) rmSync(join(root, name));
  });
  afterEach(cleanUp);
  const secrets: Answer = [/^Secrets$/, undefined];

  it('says which files use a secret, which is not used, and which is missing; unsaved text counts', async () => {
    await remember('LIST_USED', canary);
    await remember('LIST_UNUSED', canary);
    const saved = await open(https('LIST_USED'));
    const document = await open(https('LIST_UNUSED'));
    await retype(document, `${JSON.stringify(https('LIST_MISSING'))} and no JSON`);
    const { offered } = await run('showSecrets', secrets);
    assert.deepEqual(offered, [
      'Stored',
      '$(key) LIST_UNUSED | not used in this workspace',
      `$(key) LIST_USED | named in ${nameOf(saved)}`,
      'Not stored',
      `$(warning) LIST_MISSING | named in ${nameOf(document)}`,
    ]);
  });

  it('stores a missing one, and copies how a file names it', async () => {
    await open(https('LIST_NEW'));
    const fresh: Answer[] = [
      [/^Secrets$/, 'LIST_NEW'],
      [/^Store secret LIST_NEW$/, 'Type or paste'],
    ];
    await run('showSecrets', ...fresh, [/^Store secret: The value of \$\{secret:LIST_NEW\}.*\(masked\)$/, canary]);
    await run('showSecrets', [/^Secrets$/, 'LIST_NEW'], [/^Secret LIST_NEW$/, 'Copy']);
    assert.equal(await env.clipboard.readText(), '${secret:LIST_NEW}');
  });

  it('replaces one by any way, which is asked for once', async () => {
    await remember('LIST_OLD', canary);
    await copy('hunter2-of-the-clipboard');
    await run(
      'showSecrets',
      [/^Secrets$/, 'LIST_OLD'],
      [/^Secret LIST_OLD$/, 'Replace its value'],
      [/^Replace secret LIST_OLD$/, 'Take it from the clipboard'],
      [/^Stored the secret LIST_OLD/, 'Clear Clipboard'],
    );
  });

  it('removes one that a file names only after naming the file', async () => {
    await remember('LIST_USED', canary);
    const document = await open(https('LIST_USED'));
    const remove: Answer[] = [
      [/^Secrets$/, 'LIST_USED'],
      [/^Secret LIST_USED$/, 'Remove it'],
    ];
    const question = /^Remove the secret LIST_USED, although connection files name it\?$/;
    const kept = await run('showSecrets', ...remove, [question, undefined]);
    assert.equal(kept.details[0]?.split('\n')[0], nameOf(document));
    await run('removeSecret', [/^Remove secret$/, 'LIST_USED'], [question, undefined]);
    const person = await run('showSecrets', ...remove, [question, 'Remove']);
    assert.equal(person.seen.at(-1), 'Removed the secret LIST_USED.');
  });

  it('removes one that no file names at once', async () => {
    await remember('LIST_UNUSED', canary);
    const person = await run('removeSecret', [/^Remove secret$/, 'LIST_UNUSED']);
    assert.equal(person.seen.at(-1), 'Removed the secret LIST_UNUSED.');
  });

  it('a file that is too large to be looked through is said to be', async () => {
    const document = await open(https('LIST_LARGE'));
    await closeAll();
    writeFileSync(document.uri.fsPath, JSON.stringify(https('LIST_LARGE')) + ' '.repeat(1024 * 1024));
    await remember('LIST_LARGE', canary);
    const { offered } = await run('showSecrets', secrets);
    assert.ok(offered.includes('$(key) LIST_LARGE | not used in the files looked at'));
    const question = /^Remove the secret LIST_LARGE, which connection files may name\?$/;
    const person = await run('removeSecret', [/^Remove secret$/, 'LIST_LARGE'], [question, 'Remove']);
    assert.match(person.details.join(), /^Not every connection file could be looked at\./);
  });
});
