// A target goes into the settings of its place, both parts of it or none.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Uri as RealUri } from 'vscode';
import { writeTarget } from '../../../client/src/editor/target/writeTarget.ts';
import { settings, Uri, workspace } from '../../support/fakeVscode.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const folder = { uri: Uri.file('/repo/prod') };
const file = Uri.file('/repo/prod/a.streamconn.json') as unknown as RealUri;
const old = { 'streamconn.projectId': 'old project', 'streamconn.instance': 'old' };
const chosen = { groupId: 'new project', tenantName: 'new' };
const written = { 'streamconn.projectId': 'new project', 'streamconn.instance': 'new' };

beforeEach(() => {
  Object.assign(workspace, { workspaceFolders: [folder], workspaceFile: undefined });
  for (const level of ['user', 'workspace', 'folder'] as const) settings[level] = { ...old };
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(workspace, { workspaceFolders: undefined, workspaceFile: undefined });
  Object.assign(settings, { user: {}, workspace: {}, folder: {} });
});

/** VS Code refuses those writes of which this is true. */
function refuse(isRefused: (name: string, value: unknown) => boolean): void {
  const { getConfiguration } = workspace;
  vi.spyOn(workspace, 'getConfiguration').mockImplementation((section) => {
    const real = getConfiguration(section);
    const update: typeof real.update = async (name, value, target) => {
      if (isRefused(name, value)) throw new Error('Unable to write.');
      await real.update(name, value, target);
    };
    return { ...real, update };
  });
}

test('of the only folder: the workspace', async () => {
  expect(await writeTarget(chosen, file)).toEqual({ kind: 'written', userSettings: false });
  expect(settings).toEqual({ user: old, workspace: written, folder: old });
});

test('of one of several folders: that folder', async () => {
  Object.assign(workspace, { workspaceFile: Uri.file('/repo/all.code-workspace') });
  await writeTarget(chosen, file);
  expect(settings).toEqual({ user: old, workspace: old, folder: written });
});

test('of no folder, where several are open: the workspace', async () => {
  Object.assign(workspace, { workspaceFile: Uri.file('/repo/all.code-workspace') });
  await writeTarget(chosen, null);
  expect(settings).toEqual({ user: old, workspace: written, folder: old });
});

test('where no folder is open: the user, which is told', async () => {
  Object.assign(workspace, { workspaceFolders: undefined });
  expect(await writeTarget(chosen, null)).toEqual({ kind: 'written', userSettings: true });
  expect(settings).toEqual({ user: written, workspace: old, folder: old });
});

test.each(['projectId', 'instance'])('where %s cannot be written, the old target stays', async (refused) => {
  refuse((name) => name === refused);
  const end = await writeTarget(chosen, file);
  expect(end).toMatchObject({ kind: 'notWritten', reason: 'Unable to write.', isHalf: false });
  expect(end).toMatchObject({ file: { path: '/repo/prod/.vscode/settings.json' } });
  expect(settings.workspace).toEqual(old);
});

test('where the first part cannot be taken back either, that is told', async () => {
  refuse((name, value) => name === 'instance' || value === 'old project');
  expect(await writeTarget(chosen, file)).toMatchObject({ kind: 'notWritten', isHalf: true });
});
