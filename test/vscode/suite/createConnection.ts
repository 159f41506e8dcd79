// From the open file to the connection in Atlas: the exact request, and every step on the way.
import assert from 'node:assert/strict';
import { type CodeLens, ConfigurationTarget, commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, setTarget, signInAnswers, signOut, startAtlas, targetOf } from './atlas.ts';
import { confirm, create, pathOf, posted, shownResponse, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, openFile, retype } from './files.ts';
import { type Answer, personWho } from './person.ts';
import { poll } from './poll.ts';

describe('create connection', () => {
  let sandbox: Sandbox;
  afterEach(async () => {
    await closeAll();
    await sandbox.stop();
  });

  for (const kind of ['serviceAccount', 'apiKey'] as const) {
    it(`from nothing: sign in with ${kind}, pick the target, confirm`, async () => {
      sandbox = await startAtlas({ withTarget: false });
      const document = await openFile({ $schema: 'https://example.com/x.json', ...cluster });
      const person = await create(
        document,
        ...signInAnswers(sandbox, kind),
        [/^Choose target \(1\/2\): project$/, 'Shop'],
        [/^Choose target \(2\/2\): stream instance \(workspace\)$/, 'orders'],
        confirm,
        [
          /^Created the Cluster connection “shop” in orders\. Its state is READY\. File: \S+\.streamconn\.json\.$/,
          'Show Response',
        ],
      );
      const { groupId } = targetOf(sandbox);
      assert.deepEqual(person.details[0]?.split('\n'), [
        `File: ${workspace.asRelativePath(document.uri)}`,
        `Host: ${sandbox.origin}`,
        `Credential: ${labelOf(sandbox, kind)}`,
        `Project: Shop (${groupId})`,
        'Stream instance (workspace): orders',
        'Connection: shop',
        'Type: Cluster',
      ]);
      const [request, ...others] = posted(sandbox);
      assert.deepEqual(others, []);
      assert.equal(request?.url, pathOf(sandbox));
      assert.equal(request.body, JSON.stringify(cluster));
      assert.equal(request.headers.accept, 'application/vnd.atlas.2025-02-19+json');
      assert.equal(request.headers['content-type'], 'application/json');
      assert.match(String(request.headers['user-agent']), /^streamconn\/\d+\.\d+\.\d+ \(/);
      assert.match(String(request.headers.authorization), kind === 'apiKey' ? /^Digest / : /^Bearer /);
      assert.match(await shownResponse(), /"state": "READY"/);

      const settings = workspace.getConfiguration('streamconn');
      assert.equal(settings.inspect('projectId')?.workspaceValue, groupId);
      assert.equal(settings.inspect('instance')?.workspaceValue, 'orders');
      await signOut(labelOf(sandbox, kind));
    });
  }
});

describe('create connection, signed in', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('what the editor shows is what is sent, saved or not', async () => {
    const document = await openFile(cluster);
    await retype(document, JSON.stringify({ ...cluster, clusterName: 'Unsaved' }));
    const person = await create(document, confirm);
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), { ...cluster, clusterName: 'Unsaved' });
    assert.match(person.details[0] ?? '', /^File: \S+\.streamconn\.json \(unsaved changes\)\n/);
    assert.match(person.seen.at(-1) ?? '', /^Created .* File: \S+\.streamconn\.json \(unsaved changes\)\.$/);
    await document.save();
    const saved = await create(document, confirm);
    assert.match(saved.details[0] ?? '', /^File: \S+\.streamconn\.json\n/);
    assert.match(saved.seen.at(-1) ?? '', / File: \S+\.streamconn\.json\.$/);
  });

  it('without an argument, the file in the active editor', async () => {
    await openFile(cluster);
    const person = personWho(confirm);
    await commands.executeCommand('streamconn.createConnection');
    assert.deepEqual(person.leave(), []);
    assert.equal(posted(sandbox).length, 1);
  });

  it('a target from the settings is confirmed, and shown, by the name that Atlas has for the project', async () => {
    const { groupId } = targetOf(sandbox);
    const document = await openFile(cluster);
    const person = await create(document, confirm);
    assert.match(person.details[0] ?? '', new RegExp(`^Project: Shop \\(${groupId}\\)$`, 'm'));
    await poll('the lens', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return lenses.some(({ command }) => command?.title === '$(target) Shop / orders');
    });
  });

  it('a lens that is clicked twice starts it once', async () => {
    const document = await openFile(cluster);
    const person = personWho(confirm);
    const click = () => commands.executeCommand('streamconn.createConnection', document.uri.toString());
    await Promise.all([click(), click()]);
    assert.deepEqual(person.leave(), []);
    assert.equal(posted(sandbox).length, 1);
  });

  it('a missing name is asked for', async () => {
    const { name: _, ...nameless } = cluster;
    await create(await openFile(nameless), [/^Create connection: name/, 'typed-name'], confirm);
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), { ...nameless, name: 'typed-name' });
  });

  it('envelope and pretty, as the settings say', async () => {
    const settings = workspace.getConfiguration('streamconn.request');
    for (const name of ['envelope', 'pretty']) await settings.update(name, true, ConfigurationTarget.Workspace);
    const person = await create(await openFile(cluster), confirm);
    for (const name of ['envelope', 'pretty']) await settings.update(name, undefined, ConfigurationTarget.Workspace);
    assert.equal(posted(sandbox)[0]?.url, `${pathOf(sandbox)}?envelope=true&pretty=true`);
    assert.match(person.seen.at(-1) ?? '', /^Created .* Its state is READY\. File: /);
  });

  it('the target can be typed', async () => {
    await setTarget(undefined, undefined);
    const { groupId } = targetOf(sandbox);
    const typed: Answer[] = [
      [/project$/, 'Type a project id…'],
      [/project: /, groupId],
      [/workspace\)$/, 'Type the name of a stream instance…'],
      [/workspace\): /, 'payments'],
    ];
    const person = await create(await openFile(cluster), ...typed, confirm);
    assert.match(person.seen.at(-1) ?? '', /in payments\./);
  });

  it('each step can be cancelled, and then nothing is sent', async () => {
    await setTarget(undefined, undefined);
    const { name: _, ...nameless } = cluster;
    const document = await openFile({
      ...nameless,
      type: 'Https',
      url: 'https://example.com',
      headers: { a: '${secret:NONE}' },
    });
    const steps: Answer[] = [
      [/^Send|errors? that Atlas/, 'Send Anyway'],
      [/^Create connection: name/, 'x'],
      [/project$/, 'Shop'],
      [/workspace\)$/, 'orders'],
      confirm,
      [/^Secret NONE: /, 'y'],
    ];
    const { clusterName: __, ...valid } = JSON.parse(document.getText());
    await retype(document, JSON.stringify(valid));
    for (let step = 1; step < steps.length; step++) {
      const [question] = steps[step] ?? [/^$/];
      await setTarget(undefined, undefined);
      await create(document, ...steps.slice(1, step), [question, undefined]);
    }
    assert.deepEqual(posted(sandbox), []);
  });

  it('errors stop it, unless they are sent anyway', async () => {
    const document = await openFile({ type: 'SchemaRegistry', name: 'shop' });
    await create(document, [/^This file has 3 errors that Atlas would refuse\. File: \S+\.$/, 'Show Problems']);
    assert.deepEqual(posted(sandbox), []);
    const person = await create(document, [/3 errors/, 'Send Anyway'], confirm);
    assert.equal(posted(sandbox).length, 1);
    assert.match(
      person.seen.at(-1) ?? '',
      /^Atlas refused with 400: Bad Request \(VALIDATION_ERROR\): .*Missing provider/,
    );
  });

  it('the log has a line for each step, and no secret', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    await commands.executeCommand('streamconn.showLog');
    const log = await poll('the log', () =>
      workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'output')
        .map((output) => output.getText())
        .find((text) => text.includes(`POST ${sandbox.origin}${pathOf(sandbox)} 200 `)),
    );
    assert.match(log, /POST \S+\/api\/oauth\/token 200 \d+ ms/);
    for (const secret of Object.values(sandbox.state.credentials.owner.serviceAccount)) {
      assert.ok(!log.includes(secret));
    }
    assert.doesNotMatch(log, /Bearer|clusterName|hunter2/);
  });
});
