// What the person alone decides: a workspace's value for it is ignored, however it is written.
import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';
import { additionalHosts, userSetting } from '../../../client/src/editor/window/settings.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { targetOf } from './atlas.ts';
import { create, posted, withSignedInAtlas } from './creating.ts';
import { closeAll, openFile } from './files.ts';
import { forms, keepWorkspaceSettings, workspaceSettings } from './workspaceSettings.ts';

interface Setting {
  readonly scope: string;
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly unknown[];
}

const contributed: readonly { readonly properties: Readonly<Record<string, Setting>> }[] =
  extensions.getExtension('streamconn.streamconn')?.packageJSON.contributes.configuration;

const settings = contributed.flatMap(({ properties }) => Object.entries(properties));
const personal = settings.filter(([, { scope }]) => scope === 'application' || scope === 'machine');

/** A value of the right kind that is not the default one. */
function otherThanDefault({ type, enum: listed, default: byDefault }: Setting): unknown {
  if (listed) return listed.find((value) => value !== byDefault);
  if (type === 'boolean') return !byDefault;
  if (type === 'array') return ['https://evil.example'];
  return type === 'object' ? { evil: true } : '/evil';
}

describe('settings of a workspace', () => {
  let restore: () => Promise<void>;
  before(() => {
    restore = keepWorkspaceSettings();
  });
  after(() => restore());

  it('some are for the person alone', () => {
    assert.ok(personal.length >= 4);
    assert.ok(settings.length > personal.length);
  });

  for (const [form, write] of Object.entries(forms)) {
    for (const [name, setting] of personal) {
      it(`${form}: ${name} is ignored`, async () => {
        const value = otherThanDefault(setting);
        await workspaceSettings(write(name, value));
        const { defaultValue, globalValue } = workspace.getConfiguration().inspect(name) ?? {};
        const effective = globalValue ?? defaultValue;
        assert.notDeepEqual(effective, value);
        assert.deepEqual(workspace.getConfiguration().get(name), effective);
        assert.deepEqual(userSetting(name.replace('streamconn.', ''), defaultValue), effective);
        assert.ok(!additionalHosts().includes('https://evil.example'));
      });
    }
  }

  for (const form of ['plain', 'nested', 'half nested']) {
    it(`${form}: what a workspace may decide, it does`, async () => {
      await workspaceSettings(forms[form]?.('streamconn.request.pretty', true) ?? {});
      assert.equal(workspace.getConfiguration('streamconn').get('request.pretty'), true);
      // Not where the person's own settings are asked, whatever the scope.
      assert.equal(userSetting('request.pretty', false), false);
    });
  }
});

describe('settings of a workspace, when a connection is sent', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  for (const [form, write] of Object.entries(forms)) {
    it(`${form}: they do not let the environment be read`, async () => {
      const restore = keepWorkspaceSettings();
      const { groupId, tenantName } = targetOf(sandbox);
      await workspaceSettings({
        'streamconn.projectId': groupId,
        'streamconn.instance': tenantName,
        ...write('streamconn.environmentPlaceholders', true),
      });
      const document = await openFile({ type: 'Https', name: 'h', url: '${env:PATH}' });
      const { seen } = await create(document);
      assert.match(seen.at(-1) ?? '', /^Nothing was sent\..*reading the environment is off/);
      assert.deepEqual(posted(sandbox), []);
      await restore();
      await closeAll();
    });
  }
});
