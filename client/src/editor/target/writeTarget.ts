// Writes project and stream instance into the settings of the place that they are for: both or none.

import { ConfigurationTarget, Uri, workspace } from 'vscode';
import type { StreamTarget } from '../../core/atlas/endpoint.ts';
import { tryAct } from '../window/vscodeAct.ts';

export type TargetWritten =
  /** `userSettings`: where no folder is open, so that it counts in every such window. */
  { readonly kind: 'written'; readonly userSettings: boolean } | TargetNotWritten;

export interface TargetNotWritten {
  readonly kind: 'notWritten';
  /** As VS Code says it. */
  readonly reason: string;
  /** Whether the new project is there without its instance, because VS Code did not take it back. */
  readonly isHalf: boolean;
  /** The settings file; undefined for that of the user. */
  readonly file: Uri | undefined;
}

/** `scope` is the file or folder whose target it becomes. VS Code refuses what it cannot write. */
export async function writeTarget({ groupId, tenantName }: StreamTarget, scope: Uri | null): Promise<TargetWritten> {
  const place = placeFor(scope);
  const settings = workspace.getConfiguration('streamconn', scope);
  const before = settings.inspect('projectId')?.[valueAt[place]];
  const write = (name: string, value: unknown) => tryAct(() => settings.update(name, value, place));
  const refused = (reason: string, isHalf: boolean) =>
    ({ kind: 'notWritten', reason, isHalf, file: fileOf(place, scope) }) as const;
  const onProject = await write('projectId', groupId);
  if (onProject.kind === 'refused') return refused(onProject.reason, false);
  const onInstance = await write('instance', tenantName);
  if (onInstance.kind === 'done') return { kind: 'written', userSettings: place === ConfigurationTarget.Global };
  return refused(onInstance.reason, (await write('projectId', before)).kind === 'refused');
}

type Place = ConfigurationTarget.Global | ConfigurationTarget.Workspace | ConfigurationTarget.WorkspaceFolder;

const valueAt = {
  [ConfigurationTarget.Global]: 'globalValue',
  [ConfigurationTarget.Workspace]: 'workspaceValue',
  [ConfigurationTarget.WorkspaceFolder]: 'workspaceFolderValue',
} as const;

function placeFor(scope: Uri | null): Place {
  if (!workspace.workspaceFolders) return ConfigurationTarget.Global;
  const isOneOfMany = workspace.workspaceFile !== undefined && scope && workspace.getWorkspaceFolder(scope);
  return isOneOfMany ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
}

function fileOf(place: Place, scope: Uri | null): Uri | undefined {
  if (place === ConfigurationTarget.Global) return undefined;
  if (place === ConfigurationTarget.Workspace && workspace.workspaceFile) return workspace.workspaceFile;
  const folder = (scope && workspace.getWorkspaceFolder(scope)) ?? workspace.workspaceFolders?.[0];
  return folder && Uri.joinPath(folder.uri, '.vscode/settings.json');
}
