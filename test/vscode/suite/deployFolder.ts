// The plan of a folder or selection: what is in it, what can be done with it, and that nothing is sent before it is agreed to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TabInputTextDiff, window, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { doAs, patched, posted } from './creating.ts';
import {
  changed,
  deploy,
  deployAs,
  fileOf,
  folderName,
  lastOf,
  made,
  namesOf,
  no,
  shownSummary,
  solar,
  webhook,
  withDeployFolder,
  withSummary,
  write,
  yes,
} from './deploying.ts';
import { retype } from './files.ts';
import type { Answer } from './person.ts';
import { accept, withPlan } from './planPick.ts';

describe('deploy folder: the plan', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });

  const has = (name: string, state: string) => {
    const { connections } = instanceOf(sandbox);
    connections.set(name, { ...connections.get(name), state });
  };
  const nothingSent = () => assert.deepEqual([posted(sandbox), patched(sandbox)], [[], []]);

  it('plans each file, asks once, creates and updates, and leaves a summary', async () => {
    write({ 'in/new': made('new'), hook: changed, sun: solar, broken: '{' });
    const plans: (readonly string[])[] = [];
    const person = await doAs(
      async () => plans.push(...(await withPlan(deploy, accept))),
      yes,
      withSummary(/^Deploying to orders has ended\. Cannot be sent: 1\. Created: 1\. Updated: 1\. Up to date: 1\.$/),
    );
    const path = (name: string) => `${folderName()}/${name}.streamconn.json`;
    assert.deepEqual(plans[0], [
      `[ ] ${path('broken')} | Faulty · ${path('broken')} | This file is not JSON yet.`,
      `[x] webhook | Update · ${path('hook')}`,
      `[x] new | Create · ${path('in/new')}`,
      `[ ] sample_stream_solar | Up to date · ${path('sun')}`,
    ]);
    assert.deepEqual(person.details[0]?.split('\n').slice(0, 2), [
      `To create: “new” (${path('in/new')})`,
      `To update, overwriting what Atlas has: “webhook” (${path('hook')})`,
    ]);
    assert.match(
      person.details[0] ?? '',
      /\nHost: .*\nCredential: .*\nProject: Shop \(.*\)\nStream instance .*: orders$/,
    );
    assert.deepEqual(
      posted(sandbox).map(({ body }) => JSON.parse(body)),
      [made('new')],
    );
    assert.deepEqual(
      patched(sandbox).map(({ body }) => JSON.parse(body)),
      [changed],
    );
    const summary = await shownSummary();
    assert.match(summary, /^Deployed deploy\d+ to orders\n/);
    assert.match(summary, /\nCreated \(1\)\n\n {2}\S+in\/new\.streamconn\.json → new\n {4}Its state is READY\.\n/);
    assert.match(summary, /\n {2}\S+broken\.streamconn\.json\n {4}This file is not JSON yet\.\n/);
  });

  it('sends nothing where plan or question is refused', async () => {
    write({ new: made('new') });
    await doAs(() => withPlan(deploy, (plan) => plan.escape()));
    await doAs(() => withPlan(deploy, accept), no);
    const person = await doAs(() =>
      withPlan(deploy, (plan) => {
        plan.toggle('new');
        plan.accept();
      }),
    );
    assert.match(lastOf(person), /^No file was ticked/);
    nothingSent();
  });

  it('shows the difference or the file in place of the plan, which comes back as the files are then', async () => {
    write({ hook: changed, broken: '{ "type": 3 }', many0: made('many0') });
    const broken = `${folderName()}/broken.streamconn.json`;
    const plans: (readonly string[])[] = [];
    const run = async () => {
      const rows = await withPlan(
        deploy,
        (plan) => {
          plan.toggle('many0');
          plan.look('webhook');
        },
        (plan) => {
          assert.ok(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff);
          plan.look(broken);
        },
        async (plan) => {
          assert.equal(window.activeTextEditor?.document.uri.path, fileOf('broken').path);
          await retype(window.activeTextEditor.document, JSON.stringify(made('mended')));
          plan.again();
        },
        (plan) => plan.escape(),
      );
      plans.push(...rows);
    };
    const back = (message: RegExp): Answer => [message, 'Back to Plan'];
    await doAs(run, back(/^Changes to “webhook”$/), back(/\/broken\.streamconn\.json$/));
    assert.deepEqual(
      plans.at(-1)?.map((row) => row.split(' · ')[0]),
      ['[x] webhook | Update', '[x] mended | Create', '[ ] many0 | Create'],
    );
    nothingSent();
  });

  it('started again while its plan is open, it runs once', async () => {
    write({ many0: made('many0') });
    const startAgain = async (plan: { accept(): void }) => {
      await deploy();
      plan.accept();
    };
    await doAs(() => withPlan(deploy, startAgain), yes);
    assert.deepEqual(namesOf(posted(sandbox)), ['many0']);
  });

  it('what is only looked at does not keep the folder from being deployed anew', async () => {
    write({ many0: made('many0') });
    await doAs(() => withPlan(deploy, (plan) => plan.look('many0')), [/\/many0\.streamconn\.json$/, undefined]);
    await doAs(() => withPlan(deploy, (plan) => plan.escape()));
  });

  it('where the sign-in is refused from the start, there is no plan', async () => {
    write({ new: made('new') });
    const isList = ({ url }: SeenRequest) => /\/connections(\?|$)/.test(url);
    sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, isList);
    assert.match(lastOf(await doAs(() => withPlan(deploy))), /401.*Replace the credential/);
    nothingSent();
  });

  it('two files with the same connection are both faulty, and cannot be ticked', async () => {
    write({ one: made('same'), two: made('same'), other: made('other') });
    const [rows] = await withPlan(deploy, (plan) => {
      plan.toggle('same');
      assert.ok(!plan.rows().some((row) => row.startsWith('[x] same')));
      plan.escape();
    });
    const [first, second] = rows ?? [];
    assert.match(first ?? '', /^\[ \] same \| Faulty · \S+one\S+ \| .* is also in deploy\d+\/two\.streamconn\.json\./);
    assert.match(second ?? '', /^\[ \] same \| Faulty · \S+two\S+ \| .* is also in deploy\d+\/one\.streamconn\.json\./);
  });

  it('sends what the editor shows, says so, and leaves the file on the disk', async () => {
    write({ many0: made('old') });
    const document = await workspace.openTextDocument(fileOf('many0'));
    await window.showTextDocument(document);
    await retype(document, JSON.stringify(made('newer')));
    const person = await deployAs();
    assert.match(
      person.details[0] ?? '',
      /\nWith unsaved changes, sent as the editor shows them: \S+many0\.streamconn\.json\n/,
    );
    assert.deepEqual(namesOf(posted(sandbox)), ['newer']);
    assert.equal(JSON.parse(readFileSync(fileOf('many0').fsPath, 'utf8')).name, 'old');
  });

  it('says that all is up to date, and sends it anyway on request', async () => {
    write({ sun: solar });
    const person = await doAs(deploy);
    assert.match(lastOf(person), /^Nothing to deploy: the file matches orders\./);
    nothingSent();
    const showPlan: Answer = [/^Nothing to deploy/, 'Show Plan'];
    const tickIt = (plan: { toggle(label: string): void; accept(): void }) => {
      plan.toggle('sample_stream_solar');
      plan.accept();
    };
    const other = await doAs(() => withPlan(deploy, tickIt), showPlan, yes);
    assert.match(other.details[0] ?? '', /Up to date, sent anyway: “sample_stream_solar”/);
    assert.deepEqual(namesOf(patched(sandbox)), ['sample_stream_solar']);
  });

  it('where all is up to date and one has FAILED, it shows the plan', async () => {
    has('webhook', 'FAILED');
    write({ hook: webhook, sun: solar });
    const [rows] = await withPlan(deploy, (plan) => plan.escape());
    assert.match(
      rows?.[0] ?? '',
      /^\[ \] webhook \| Up to date · .* \| Its state is FAILED\. Atlas does not say why: /,
    );
    assert.match(rows?.[1] ?? '', /^\[ \] sample_stream_solar \| Up to date · [^|]*$/);
  });

  it('what is being deleted is not sent, whether it differs or not', async () => {
    has('webhook', 'DELETING');
    sandbox.state.fates.set('webhook', { deleting: 99 });
    for (const hook of [webhook, changed]) {
      write({ hook });
      const [rows] = await withPlan(deploy, (plan) => plan.escape());
      assert.match(
        rows?.[0] ?? '',
        /^\[ \] webhook \| Faulty · .* \| The connection is being deleted in Atlas\. Deploy/,
      );
    }
  });

  it('a type that cannot be changed is not sent, and says how to go on', async () => {
    write({ hook: { ...solar, name: 'webhook' }, many0: made('many0') });
    const [rows] = await withPlan(deploy, (plan) => plan.escape());
    assert.match(rows?.[0] ?? '', /^\[ \] webhook \| Cannot be updated .* This stays as it was created: type/);
  });

  it('sources that may not be read are a fault', async () => {
    write({ many0: made('many0'), many1: { ...made('many1'), url: '${env:URL}' } });
    const [rows] = await withPlan(deploy, (plan) => plan.escape());
    assert.match(rows?.[0] ?? '', /^\[ \] many1 \| Faulty .*\$\{env:URL\}: reading the environment is off/);
  });
});
