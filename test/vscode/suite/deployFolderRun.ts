// The run of a deployment and what is left of it: failures, the rate limit, cancelling, changes, secrets.
import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, languages, window, workspace } from 'vscode';
import { rateLimited, refusals } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf } from './atlas.ts';
import { doAs, isCreate, isUpdate, patched, posted } from './creating.ts';
import {
  changed,
  deploy,
  deployAs,
  fileOf,
  lastOf,
  made,
  manyOf,
  namesOf,
  shownSummary,
  webhook,
  withDeployFolder,
  withSummary,
  write,
  yes,
} from './deploying.ts';
import { retype } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, personWho } from './person.ts';
import { accept, withPlan } from './planPick.ts';
import { poll } from './poll.ts';
import { forget } from './secrets.ts';

describe('deploy folder: the run', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });

  const connections = () => instanceOf(sandbox).connections;

  const nothingSent = () => assert.deepEqual([posted(sandbox), patched(sandbox)], [[], []]);

  it('one that Atlas refuses does not stop the rest; the refusal is in its file and in the summary', async () => {
    write(manyOf(6));
    const isThird = ({ body }: SeenRequest) => body.includes('"many2"');
    sandbox.fault(
      { kind: 'reply', reply: refusals.invalid('url') },
      (request) => isCreate(request) && isThird(request),
    );
    await deployAs(withSummary(/^Deploying to orders has ended\. Failed: 1\. Created: 5\.$/));
    assert.ok(!connections().has('many2') && connections().has('many5'));
    const summary = await shownSummary();
    assert.match(summary, /\nFailed \(1\)\n\n {2}\S+many2\.streamconn\.json → many2\n {4}Atlas refused with 400/);
    await window.showTextDocument(fileOf('many2'));
    await poll('the problem', () => languages.getDiagnostics(fileOf('many2')).some(({ source }) => source === 'Atlas'));
  });

  it('the refused file is opened at its problem, of several the one that is picked, though VS Code has let go of them', async () => {
    write(manyOf(60));
    const refuse = (...names: string[]) =>
      sandbox.fault(
        { kind: 'reply', reply: refusals.invalid('url'), times: names.length },
        (request) => isCreate(request) && names.some((name) => request.body.includes(`"${name}"`)),
      );
    const atUrl = async (name: string) => {
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), fileOf(name).toString());
      assert.equal(editor.document.getText(editor.selection), '"https://made.example.com"');
      await poll('the problem', () => languages.getDiagnostics(fileOf(name)).some(({ source }) => source === 'Atlas'));
    };
    refuse('many0', 'many1');
    const person = await deployAs(
      [/^Deploying to orders has ended\. Failed: 2\. Created: 58\.$/, 'Show Problems'],
      [/^Refused by Atlas$/, 'many1'],
    );
    await atUrl('many1');
    assert.match(person.offered.join('\n'), /^many0 \| \S+many0\.streamconn\.json \| Atlas refused with 400/);
    refuse('many0');
    await deployAs([/^Deploying to orders has ended\. Failed: 1\. Created: 1\. Up to date: 58\.$/, 'Show Problem']);
    await atUrl('many0');
  });

  it('waits out the rate limit, and sends all', async () => {
    write(manyOf(6));
    sandbox.fault({ kind: 'reply', reply: rateLimited({ retryAfter: 1 }) }, isCreate);
    assert.match(lastOf(await deployAs()), /^Deploying to orders has ended\. Created: 6\.$/);
    assert.equal(posted(sandbox).length, 7);
  });

  it('where the rate limit asks for a longer wait than anybody sits through, it stops and says when to go on', async () => {
    write(manyOf(6));
    sandbox.fault({ kind: 'reply', reply: rateLimited({ retryAfter: 300 }), times: 6 }, isCreate);
    const said = lastOf(await deployAs());
    const stopped =
      /^Deploying to orders has stopped, for Atlas allows no more requests for now: deploy again in 300 s\. Failed: (\d)\. Not sent: (\d)\.$/;
    const [failed, notSent] = (stopped.exec(said) ?? []).slice(1).map(Number);
    // As many have failed as were under way when the first did.
    const sent = posted(sandbox).length;
    assert.deepEqual([sent >= 1 && sent <= 4, failed, notSent], [true, sent, 6 - sent], said);
  });

  it('cancelled midway, what has left comes to its end, and it says what was not sent', async () => {
    write(manyOf(6));
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    sandbox.fault({ kind: 'slow', until, times: 6 }, isCreate);
    const source = new CancellationTokenSource();
    const { withProgress } = window;
    const cancellable: typeof withProgress = (options, task) =>
      withProgress(options, (progress) => {
        const working = task(progress, source.token);
        if (posted(sandbox).length === 4) {
          source.cancel();
          // What cancelling does comes with the next turn of the loop.
          setTimeout(release);
        }
        return working;
      });
    Object.assign(window, { withProgress: cancellable });
    await deployAs(withSummary(/^Deploying to orders was cancelled\. Not sent: 2\. Created: 4\.$/)).finally(() => {
      Object.assign(window, { withProgress });
      source.dispose();
    });
    assert.equal(posted(sandbox).length, 4);
    assert.match(await shownSummary(), /\nNot sent \(2\)\n\n {2}\S+ → many4\n {4}Cancelled before its turn came/);
  });

  it('where nobody is signed in any more, it stops, and offers to replace the credential', async () => {
    write(manyOf(12));
    sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 24 }, isCreate);
    const person = await deployAs();
    assert.match(
      lastOf(person),
      /^Deploying to orders has stopped, for no file would get through\. Failed: 4\. Not sent: 8\.$/,
    );
    assert.deepEqual(
      namesOf(posted(sandbox)).filter((name) => name > 'many3'),
      [],
    );
  });

  it('where the credential is taken away midway, it stops, says why, and offers to replace it', async () => {
    write(manyOf(12));
    const removed = Promise.withResolvers<void>();
    sandbox.fault({ kind: 'slow', until: removed.promise, times: 4 }, isCreate);
    const remove: Answer[] = [
      [/^Atlas credentials$/, labelOf(sandbox, 'serviceAccount')],
      [/^Remove the credential /, 'Remove'],
    ];
    // With the credential its connections go, so that of those underway the end is not known.
    const lost =
      /^Deploying to orders has stopped, .* The credential .* is no longer stored\. VS Code may keep .* Replace the credential to enter it again\. Failed: 4\. Not sent: 8\.$/;
    const deploying = deployAs(...remove, [lost, 'Show Summary']);
    await poll('the first requests', () => posted(sandbox).length === 4);
    await commands.executeCommand('streamconn.removeCredential');
    removed.resolve();
    await deploying;
    assert.match(await shownSummary(), /\nNot sent \(8\)\n\n {2}\S+ → many2\n {4}The credential/);
  });

  it('what was deleted in the very moment, and what broke off, fails alone and says what to do', async () => {
    write({ hook: changed, ...manyOf(2) });
    sandbox.fault({ kind: 'hang up' }, (request) => isCreate(request) && request.body.includes('"many0"'));
    sandbox.fault(
      { kind: 'slow', until: Promise.resolve() },
      (request) => isUpdate(request) && connections().delete('webhook'),
    );
    await deployAs(withSummary(/has ended\. Failed: 2\. Created: 1\.$/));
    const summary = await shownSummary();
    assert.match(summary, /→ webhook\n {4}Atlas refused with 404/);
    assert.match(summary, /→ many0\n {4}The connection broke off .*\n {4}.*look in Atlas/);
  });

  for (const [what, act] of [
    ['changed', () => connections().set('webhook', { ...webhook, url: 'https://theirs.example.com' })],
    ['deleted', () => connections().delete('webhook')],
  ] as const) {
    it(`what somebody has ${what} in Atlas since the plan is not overwritten`, async () => {
      write({ hook: changed, ...manyOf(1) });
      const run = async () => {
        meanwhile(/^Deploy 2 connections/, act);
        await deploy();
      };
      const person = await doAs(() => withPlan(run, accept), yes);
      assert.match(lastOf(person), /^Deploying to orders has ended\. Changed since the plan: 1\. Created: 1\.$/);
      assert.deepEqual([namesOf(posted(sandbox)), patched(sandbox)], [['many0'], []]);
    });
  }

  it('a file that changes or goes after the plan is not sent', async () => {
    write({ ...manyOf(2), hook: changed });
    const person = await doAs(
      () =>
        withPlan(async () => {
          meanwhile(/^Deploy 3 connections/, async () => {
            await retype(await workspace.openTextDocument(fileOf('many1')), JSON.stringify(made('many7')));
            await workspace.fs.delete(fileOf('hook'));
          });
          await deploy();
        }, accept),
      yes,
    );
    assert.match(lastOf(person), /^Deploying to orders has ended\. Changed since the plan: 2\. Created: 1\.$/);
    assert.deepEqual([namesOf(posted(sandbox)), patched(sandbox)], [['many0'], []]);
  });

  it('waits in the background for what Atlas is still setting up, and says the end of all in one message', async () => {
    write(manyOf(3));
    sandbox.state.fates.set('many1', { pending: 1 });
    sandbox.state.fates.set('many2', { pending: 2 });
    const person = personWho(yes, withSummary(/Created: 3\.$/));
    try {
      await withPlan(deploy, accept);
      await poll('the end', () => person.seen.some((text) => /READY/.test(text)));
    } finally {
      assert.deepEqual(person.leave(), []);
    }
    const ends = person.seen.filter((text) => /READY/.test(text));
    assert.deepEqual(ends, ['2 connections in orders are READY: many1, many2.']);
    assert.match(await shownSummary(), /many1\n {4}Its state is PENDING\./);
  });

  it('an update that fails is told, though Atlas tells the state from before at first', async () => {
    write({ hook: changed });
    sandbox.state.fates.set('webhook', { isSetUpAnew: true, stale: 2, end: 'FAILED' });
    const person = personWho(yes);
    try {
      await withPlan(deploy, accept);
      await poll('the end', () => person.seen.some((text) => /“webhook” in orders has FAILED/.test(text)));
    } finally {
      assert.deepEqual(person.leave(), []);
    }
  });

  describe('secrets', () => {
    const secret = 'hunter2-canary';
    const withSecret = (name: string) => ({ ...made(name), headers: { Authorization: '${secret:FOLDER_CANARY}' } });
    const ask = /^Secret FOLDER_CANARY.*\(masked\)$/;

    it('are asked for once before anything is sent; without one, nothing is', async () => {
      write({ many0: made('many0'), many1: withSecret('many1'), many2: withSecret('many2') });
      await doAs(() => withPlan(deploy, accept), yes, [ask, undefined]);
      nothingSent();
      const person = await deployAs([ask, secret]);
      assert.match(
        person.details[0] ?? '',
        /\nSecrets read: FOLDER_CANARY \(not stored: you will be asked; shared by \S+many1\S+, \S+many2\S+\)$/,
      );
      assert.equal(posted(sandbox).filter(({ body }) => body.includes(secret)).length, 2);
      await forget('FOLDER_CANARY');
    });

    it('are nowhere to be seen, though Atlas repeats them', async () => {
      write({ many1: withSecret('many1'), many2: { ...made('many2'), headers: { Authorization: secret } } });
      sandbox.fault({ kind: 'echo', times: 2 }, isCreate);
      const person = await deployAs([ask, secret], withSummary(/^Deploying to orders has ended\. Failed: 2\.$/));
      assert.equal(posted(sandbox).filter(({ body }) => body.includes(secret)).length, 2);
      const problems = ['many1', 'many2'].flatMap((name) => languages.getDiagnostics(fileOf(name)));
      const shown = [await shownSummary(), ...person.seen, ...person.details, JSON.stringify(problems)].join();
      sandbox.fault({ kind: 'echo', times: 2 }, isCreate);
      const { offered } = await deployAs([/Failed: 2\.$/, 'Show Problems'], [/^Refused by Atlas$/, undefined]);
      assert.ok(offered.length === 2 && !offered.join().includes('hunter2'));
      assert.ok(!shown.includes('hunter2'));
      await forget('FOLDER_CANARY');
    });
  });
});
