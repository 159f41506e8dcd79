// A command without an address while no connection file is in front, as from the walkthrough: it finds the file that is open.
import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, doAs, posted, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import type { Answer } from './person.ts';
import { poll } from './poll.ts';

describe('a file that is open behind the walkthrough', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const open = async (name: string) =>
    window.showTextDocument(await openFile({ ...cluster, name }), { preview: false });
  const showWalkthrough = async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', 'streamconn.streamconn#streamconn.start');
    await poll('the walkthrough', () => window.activeTextEditor === undefined);
  };
  const run = (way: string, ...answers: Answer[]) =>
    doAs(() => commands.executeCommand(`streamconn.${way}`), ...answers);

  it('the only one is deployed', async () => {
    await open('only');
    await showWalkthrough();
    await run('deployConnection', confirm);
    assert.deepEqual(
      posted(sandbox).map(({ body }) => JSON.parse(body).name),
      ['only'],
    );
  });

  it('of several, a person picks one; cancelled, there is no word', async () => {
    await open('one');
    const { document } = await open('two');
    await showWalkthrough();
    const title = /^Connection file$/;
    const name = document.uri.path.split('/').at(-1);
    const person = await run('createConnection', [title, name], [/^Create the connection “two”/, undefined]);
    assert.equal(person.offered.length, 2);
    assert.deepEqual((await run('deployConnection', [title, undefined])).seen, ['Connection file']);
  });

  for (const [way, ...answers] of [
    ['createConnection', [/^Create the connection “only”/, undefined]],
    ['updateConnection', [/^Update the connection “only”/, undefined]],
    ['compareWithAtlas', [/^There is no connection “only” in orders/, undefined]],
    ['deleteConnection', [/^Delete the connection “only”/, undefined]],
    ['copyRequestAs', [/^Copy request as$/, undefined]],
    ['previewRequest'],
  ] as const satisfies readonly (readonly [string, ...Answer[]])[]) {
    it(`${way} finds it, too`, async () => {
      await open('only');
      await showWalkthrough();
      await run(way, ...answers);
      if (way === 'previewRequest') assert.match(window.activeTextEditor?.document.uri.path ?? '', /Request for only/);
    });
  }

  it('what another extension shows of a file is no file', async () => {
    const older = { provideTextDocumentContent: () => JSON.stringify(cluster) };
    const registered = workspace.registerTextDocumentContentProvider('older', older);
    await window.showTextDocument(Uri.parse('older:/shop.streamconn.json'), { preview: false });
    await showWalkthrough();
    assert.match((await run('deployConnection')).seen.join(), /^Open a \*\.streamconn\.json file first/);
    registered.dispose();
  });

  it('where none is open, that is said', async () => {
    await closeAll();
    await showWalkthrough();
    assert.match((await run('deployConnection')).seen.join(), /^Open a \*\.streamconn\.json file first/);
  });
});
