// In Restricted Mode a workspace decides nothing but how its findings look.
import assert from 'node:assert/strict';
import { type CodeLens, commands, workspace } from 'vscode';
import { requestQuery } from '../../../client/src/editor/window/settings.ts';
import { closeAll, cluster, diagnosticsBecome, openFile } from '../suite/files.ts';
import { poll } from '../suite/poll.ts';
import { forms, workspaceSettings } from '../suite/workspaceSettings.ts';
import { theExtension } from './watchExtension.ts';

const restricted: readonly string[] =
  theExtension().packageJSON.capabilities.untrustedWorkspaces.restrictedConfigurations;

const wanted: Readonly<Record<string, unknown>> = {
  'streamconn.projectId': '32b6e34b3d91647abb20e7b8',
  'streamconn.instance': 'evil',
  'streamconn.request.envelope': true,
  'streamconn.request.pretty': true,
};

describe('settings of a workspace that is not trusted', () => {
  after(async () => {
    await workspaceSettings({});
    await closeAll();
  });

  it('each restricted setting has a value here that would be seen', () => {
    assert.deepEqual(Object.keys(wanted).sort(), [...restricted].sort());
  });

  for (const [form, write] of Object.entries(forms)) {
    it(`${form}: the target and the form of the answer are not taken from it`, async () => {
      const settings = Object.entries(wanted).map(([name, value]) => write(name, value));
      await workspaceSettings(Object.assign({}, ...settings));
      for (const name of restricted) {
        const { defaultValue } = workspace.getConfiguration().inspect(name) ?? {};
        assert.deepEqual(workspace.getConfiguration().get(name), defaultValue, name);
      }
      assert.deepEqual(requestQuery(), { envelope: false, pretty: false });
    });
  }

  it('severities of rules are', async () => {
    await workspaceSettings({ 'streamconn.rules': { 'unknown-type': 'off' }, 'streamconn.instance': 'evil' });
    const document = await openFile({ ...cluster, type: 'Clustre' });
    await diagnosticsBecome(document, []);
    const titles = await poll('lenses', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return lenses.length > 0 ? lenses.map(({ command }) => command?.title) : undefined;
    });
    assert.ok(titles.includes('$(target) Choose target'));
    assert.ok(!titles.join().includes('evil'));
  });
});
