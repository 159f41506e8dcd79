// The request looked at and copied: as it would be sent, without anything of a secret, and without asking anybody for one.
import assert from 'node:assert/strict';
import { commands, env, type TextDocument, window } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { bodyWith, canaries, tracesIn } from '../../support/canaries.ts';
import { labelOf, setTarget, signIn, signOut, startAtlas } from './atlas.ts';
import { confirm, create, doAs, pathOf, posted } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import type { Answer, Person } from './person.ts';
import { poll } from './poll.ts';

const kafka = {
  type: 'Kafka',
  name: 'orders-kafka',
  bootstrapServers: 'broker.example.com:9092',
  security: { protocol: 'SASL_SSL' },
  authentication: { mechanism: 'PLAIN', username: 'shop', password: '${secret:NOT_STORED}' },
};

const shells = /^(curl \(service account\)|curl \(API key\)|Atlas CLI|Atlas CLI \(API\)): shell$/;

function run(command: string, document: TextDocument | undefined, ...answers: Answer[]): Promise<Person> {
  return doAs(() => commands.executeCommand(command, document?.uri.toString()), ...answers);
}

/** The text and the title of the preview, which nothing has been said about. */
async function preview(document: TextDocument): Promise<{ text: string; title: string }> {
  assert.deepEqual((await run('streamconn.previewRequest', document)).seen, []);
  const shown = await poll('the preview', () => {
    const active = window.activeTextEditor?.document;
    return active?.uri.scheme === 'streamconn-preview' ? active : undefined;
  });
  return { text: shown.getText(), title: shown.uri.path };
}

/** What is on the clipboard after copying, and what has been said last. */
async function copy(document: TextDocument, form: string, shell?: string): Promise<{ text: string; said: string }> {
  const answers: Answer[] = [[/^Copy request as$/, form], ...(shell ? [[shells, shell] as const] : [])];
  const person = await run('streamconn.copyRequestAs', document, ...answers);
  return { text: await env.clipboard.readText(), said: person.seen.at(-1) ?? '' };
}

const bodyOf = (text: string) => JSON.parse(text.slice(text.indexOf('\n\n')));

describe('preview and copy of the request, signed in to nothing', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas({ withTarget: false });
    await env.clipboard.writeText('as it was');
  });
  afterEach(async () => {
    assert.deepEqual(sandbox.requests, []);
    await closeAll();
    await sandbox.stop();
  });

  it('the preview has stand-ins for what is not chosen, and the placeholders as they are', async () => {
    const { text, title } = await preview(await openFile({ $schema: 'https://example.com/x.json', ...kafka }));
    assert.equal(title, '/Request for orders-kafka.txt');
    assert.deepEqual(text.split('\n').slice(0, 5), [
      'POST /api/atlas/v2/groups/{groupId}/streams/{tenantName}/connections HTTP/1.1',
      'Host: cloud.mongodb.com',
      'Authorization: Bearer ••• (service account) or Digest ••• (API key)',
      'Accept: application/vnd.atlas.2025-02-19+json',
      'Content-Type: application/json',
    ]);
    assert.match(text, /\nUser-Agent: streamconn\/\d+\.\d+\.\d+ \(.+\)\n\n/);
    assert.deepEqual(bodyOf(text), kafka);
  });

  it('the preview cannot be changed', async () => {
    const { text } = await preview(await openFile(cluster));
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(window.activeTextEditor?.document.getText(), text);
    assert.equal(window.activeTextEditor?.document.isDirty, false);
  });

  it('a copy says which values to set and to put in', async () => {
    const { text, said } = await copy(await openFile(kafka), 'curl (service account)', 'sh, bash, zsh');
    assert.match(text, /"password": \$\{json1\}/);
    assert.match(
      text,
      /'https:\/\/cloud\.mongodb\.com\/api\/atlas\/v2\/groups\/\{groupId\}\/streams\/\{tenantName\}\//,
    );
    assert.equal(
      said,
      'Copied the request for “orders-kafka” as curl (service account) for sh, bash, zsh. ' +
        'Before you run it, set MONGODB_ATLAS_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET and SECRET_NOT_STORED. ' +
        'Put your own values in the place of {groupId} and {tenantName}.',
    );
  });

  it('the shell of this system is offered first, and cancelling leaves the clipboard alone', async () => {
    const document = await openFile(kafka);
    const cancelled = await run('streamconn.copyRequestAs', document, [/^Copy request as$/, undefined]);
    assert.equal(cancelled.seen.length, 1);
    const person = await run('streamconn.copyRequestAs', document, [/^Copy/, 'curl (API key)'], [shells, undefined]);
    const usual = process.platform === 'win32' ? 'PowerShell' : 'sh, bash, zsh';
    assert.ok(person.offered.includes(`${usual} | usual on this system`), person.offered.join());
    assert.equal(person.seen.length, 2);
    assert.equal(await env.clipboard.readText(), 'as it was');
  });

  it('no form and no preview has a secret that the file holds', async () => {
    const document = await openFile(bodyWith((name) => canaries[name]));
    const texts = [(await preview(document)).text];
    for (const form of ['curl (service account)', 'curl (API key)', 'Atlas CLI', 'Atlas CLI (API)']) {
      for (const shell of ['sh, bash, zsh', 'PowerShell', 'Command Prompt']) {
        const { text, said } = await copy(document, form, shell);
        texts.push(text, said);
      }
    }
    for (const form of ['Go SDK', 'Terraform']) {
      const { text, said } = await copy(document, form);
      texts.push(text, said);
    }
    assert.equal(texts.filter((text) => text.includes('canary-free')).length, texts.length);
    assert.deepEqual(tracesIn(texts.join('\n'), Object.values(canaries)), []);
  });

  it('a name that would be a link or a path is neither in message or title', async () => {
    const name = '[x](command:workbench.action.closeWindow)/../../e\nvil';
    const document = await openFile({ ...cluster, name });
    const { title } = await preview(document);
    assert.match(title, /^\/Request for [\p{L}\p{N} ._-]+\.txt$/u);
    const { said } = await copy(document, 'Terraform');
    assert.ok(!said.includes(']('), said);
    assert.match(said, /^Copied the request for “\[x\] \(command:/);
  });

  it('a name with a secret in it is masked in message and title as well', async () => {
    const secret = canaries.clientSecret;
    const document = await openFile({ type: 'Https', name: `hook-${secret}`, headers: { Authorization: secret } });
    const { text, title } = await preview(document);
    const copied = await copy(document, 'Terraform');
    assert.deepEqual(tracesIn([text, title, copied.text, copied.said].join('\n'), [secret]), []);
    assert.match(copied.said, /^Copied the request for “•••” as Terraform\./);
  });

  it('a file with errors is shown and copied, with a word on the errors', async () => {
    const document = await openFile({ type: 'Cluster', clusterName: 3 });
    const { text } = await preview(document);
    assert.deepEqual(bodyOf(text), { type: 'Cluster', clusterName: 3, name: '{name}' });
    const { said } = await copy(document, 'Terraform');
    assert.match(
      said,
      /the place of \{groupId\}, \{tenantName\} and \{name\}\. The file has one error that Atlas would refuse\.$/,
    );
  });

  it('a file that is no request yet, or of another kind, is refused', async () => {
    const others = [
      [await openFile('{ "type": '), /^This file is not JSON yet\. There is no request to show until it is\.$/],
      [await openFile('[]'), /^A connection is a JSON object, \{ … \}\./],
      [await openFile(cluster, '.json'), /^Open a \*\.streamconn\.json file first/],
    ] as const;
    for (const command of ['streamconn.previewRequest', 'streamconn.copyRequestAs']) {
      for (const [document, expected] of others) {
        const { seen } = await run(command, document);
        assert.equal(seen.length, 1);
        assert.match(seen[0] ?? '', expected);
      }
      await closeAll();
      assert.match((await run(command, undefined)).seen.join(), /^Open a \*\.streamconn\.json file first/);
    }
    assert.equal(await env.clipboard.readText(), 'as it was');
  });

  it('a target that cannot be used gives stand-ins', async () => {
    await setTarget('32b6e34b3d91647abb20e7b8', '../../x');
    assert.match(
      (await preview(await openFile(cluster))).text,
      /^POST .*\/groups\/32b6e34b3d91647abb20e7b8\/streams\/\{tenantName\}\/c/,
    );
  });
});

describe('preview and copy of the request, signed in', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas();
  });
  afterEach(async () => {
    await closeAll();
    await sandbox.stop();
  });

  for (const kind of ['serviceAccount', 'apiKey'] as const) {
    it(`with ${kind}: the preview is what is sent then`, async () => {
      await signIn(sandbox, kind);
      const document = await openFile(cluster);
      sandbox.forgetRequests();
      const { text } = await preview(document);
      assert.deepEqual(sandbox.requests, []);
      await create(document, confirm);
      const sent = posted(sandbox)[0];
      const signed = String(sent?.headers.authorization).replace(/ .*$/, ' •••');
      assert.deepEqual(text.slice(0, text.indexOf('\n\n')).split('\n'), [
        `POST ${sent?.url} HTTP/1.1`,
        `Host: ${sent?.headers.host}`,
        `Authorization: ${signed}`,
        `Accept: ${sent?.headers.accept}`,
        `Content-Type: ${sent?.headers['content-type']}`,
        `User-Agent: ${sent?.headers['user-agent']}`,
      ]);
      assert.equal(JSON.stringify(bodyOf(text)), sent?.body);
      await signOut(labelOf(sandbox, kind));
    });
  }

  it('a copy names the host and the target, and nothing of the credential', async () => {
    await signIn(sandbox, 'serviceAccount');
    sandbox.forgetRequests();
    const { text, said } = await copy(await openFile(cluster), 'curl (service account)', 'PowerShell');
    assert.ok(text.includes(`'${sandbox.origin}${pathOf(sandbox)}'`), text);
    assert.ok(!said.includes('in the place of'), said);
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    assert.deepEqual(tracesIn(text, [clientId, clientSecret]), []);
    assert.deepEqual(sandbox.requests, []);
    await signOut(labelOf(sandbox, 'serviceAccount'));
  });
});
