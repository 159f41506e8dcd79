// What another extension shows of a file, such as an older version of it, is read and not sent.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { doAs, withSignedInAtlas } from './creating.ts';
import { cluster, diagnosticsBecome, openFile } from './files.ts';
import { lensesCome } from './serverProcess.ts';

describe('a view of a file', () => {
  let sandbox: Sandbox;
  let provider: Disposable;
  let view: TextDocument;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(async () => {
    const content = JSON.stringify({ ...cluster, clusterNam: 'old' });
    provider = workspace.registerTextDocumentContentProvider('zz', { provideTextDocumentContent: () => content });
    view = await workspace.openTextDocument(Uri.parse('zz:/shop.streamconn.json?HEAD'));
    await languages.setTextDocumentLanguage(view, 'streamconn');
    await window.showTextDocument(view);
  });
  afterEach(() => provider.dispose());

  it('is checked, and has neither lenses nor fixes', async () => {
    await diagnosticsBecome(view, ['unknown-property']);
    await lensesCome(await openFile(cluster));
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', view.uri);
    assert.deepEqual(lenses, []);
    const range = new Range(0, 0, 0, view.getText().length);
    const actions = await commands.executeCommand<unknown[]>('vscode.executeCodeActionProvider', view.uri, range);
    assert.deepEqual(actions, []);
  });

  for (const name of ['createConnection', 'updateConnection', 'deployConnection', 'deleteConnection']) {
    it(`${name} refuses it, whether it is given or in the active editor`, async () => {
      const given = await doAs(() => commands.executeCommand(`streamconn.${name}`, view.uri.toString()));
      assert.match(given.seen.join(), /^\/shop\.streamconn\.json is only a view \(“zz”\)/);
      await window.showTextDocument(view);
      const active = await doAs(() => commands.executeCommand(`streamconn.${name}`));
      assert.deepEqual(active.seen, given.seen);
      assert.deepEqual(sandbox.requests, []);
    });
  }
});
