// Quick fixes as the editor offers and applies them, on save too, and how severe the rules are.
import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, languages, Selection, window, workspace } from 'vscode';
import { closeAll, cluster, diagnosticsBecome, openFile } from './files.ts';
import { applyFix } from './fixing.ts';
import { poll } from './poll.ts';

describe('quick fixes', () => {
  afterEach(closeAll);

  it('a type is changed to the nearest one', async () => {
    const document = await openFile({ ...cluster, type: 'Clustre' });
    await diagnosticsBecome(document, ['unknown-type']);
    await applyFix(document, 'Change to "Cluster"');
    assert.deepEqual(JSON.parse(document.getText()), cluster);
    await diagnosticsBecome(document, []);
  });

  it('the preferred one is what Auto Fix takes', async () => {
    const document = await openFile('{\n  "type": "Cluster",\n  "clusterName": "Shop",\n  "nam": "shop"\n}');
    await diagnosticsBecome(document, ['missing-name', 'unknown-property']);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const start = document.positionAt(document.getText().indexOf('nam"'));
    editor.selection = new Selection(start, start);
    // Asked for before the editor has the diagnostic, it does nothing.
    await poll('the fix', async () => {
      await commands.executeCommand('editor.action.autoFix');
      return document.getText().includes('"name": "shop"');
    });
  });

  it('all that is missing is added at once, with tab stops', async () => {
    const document = await openFile('{\n  "type": "Kafka",\n  "name": "orders"\n}');
    await diagnosticsBecome(document, ['missing-property', 'missing-property', 'missing-property']);
    await applyFix(document, 'Add all 3 missing properties');
    const value = JSON.parse(document.getText());
    assert.equal(value.security.protocol, 'SASL_SSL');
    assert.equal(value.authentication.mechanism, 'PLAIN');
    assert.match(document.getText(), /\n {2}"security": \{\n {4}"protocol": "SASL_SSL"\n {2}\}/);
    // The first tab stop is selected, to be typed over.
    assert.equal(document.getText(window.activeTextEditor?.selection), value.bootstrapServers);
  });

  it('on save, whatever cannot change the meaning is fixed', async () => {
    const settings = workspace.getConfiguration('editor', { languageId: 'streamconn' });
    const set = (value: unknown) => settings.update('codeActionsOnSave', value, ConfigurationTarget.Global, true);
    await set({ 'source.fixAll.streamconn': 'explicit' });
    try {
      const document = await openFile(
        '{\n  // Copied.\n  "type": "Cluster",\n  "name": "shop",\n  "clusterName": "Shop",\n  "id": "x",\n}\n',
      );
      await diagnosticsBecome(document, ['comment', 'read-only-property', 'trailing-comma']);
      await poll('the fixed text', async () => {
        await commands.executeCommand('workbench.action.files.save');
        return document.getText() === '{\n  "type": "Cluster",\n  "name": "shop",\n  "clusterName": "Shop"\n}\n';
      });
      assert.equal(document.isDirty, false);
    } finally {
      await set(undefined);
    }
  });
});

describe('the setting of severities', () => {
  afterEach(closeAll);

  it('changes them while the file is open', async () => {
    const document = await openFile({ ...cluster, zzzzzzzzz: 1 });
    await diagnosticsBecome(document, ['unknown-property']);
    const settings = () => workspace.getConfiguration('streamconn');
    const severities = () => languages.getDiagnostics(document.uri).map(({ severity }) => severity);
    assert.deepEqual(severities(), [1]);
    await settings().update('rules', { 'unknown-property': 'error' }, ConfigurationTarget.Workspace);
    await poll('an error', () => severities()[0] === 0);
    await settings().update('rules', { 'unknown-property': 'off' }, ConfigurationTarget.Workspace);
    await diagnosticsBecome(document, []);
    await settings().update('rules', undefined, ConfigurationTarget.Workspace);
    await diagnosticsBecome(document, ['unknown-property']);
  });
});
