// Which project and stream instance connections go to: two settings of each folder. The host is the credential's.
import { type ConfigurationChangeEvent, Disposable, EventEmitter, type Memento, type Uri, workspace } from 'vscode';
import type { StreamTarget } from '../../core/atlas/endpoint.ts';
import { placeTitle } from '../../core/place.ts';
import { type TargetWritten, writeTarget } from './writeTarget.ts';

/** `scope` is a file or folder, whose target it is; null where there is none, for that of the window. */
export interface TargetStore {
  /** The chosen target; undefined until both the project and the instance are set. */
  get(scope: Uri | null): StreamTarget | undefined;
  set(target: StreamTarget, projectName: string | undefined, scope: Uri | null): Promise<TargetWritten>;
  /** `Shop / orders-instance`, with the project's id where its name is not known. */
  title(scope: Uri | null): string | undefined;
  /** The project's name, where Atlas has told it. */
  projectName(groupId: string): string | undefined;
  rememberProjectName(groupId: string, name: string): Promise<void>;
  /** Called when a target or its title may have changed. */
  onDidChange(listener: () => void): Disposable;
}

const projectNamesKey = 'streamconn.projectNames';

/** `state` remembers the names of projects, for titles only. */
export function createTargetStore(state: Memento): TargetStore {
  const projectNames = () => state.get<Readonly<Record<string, string>>>(projectNamesKey, {});
  const get = (scope: Uri | null) => {
    const settings = workspace.getConfiguration('streamconn', scope);
    const groupId = text(settings.get<unknown>('projectId'));
    const tenantName = text(settings.get<unknown>('instance'));
    return groupId && tenantName ? { groupId, tenantName } : undefined;
  };
  const projectName = (groupId: string) => {
    const names = projectNames();
    return Object.hasOwn(names, groupId) ? names[groupId] : undefined;
  };
  const named = new EventEmitter<void>();
  const rememberProjectName = async (groupId: string, name: string) => {
    await state.update(projectNamesKey, { ...projectNames(), [groupId]: name });
    named.fire();
  };
  return {
    get,
    projectName,
    rememberProjectName,
    set: async (target, name, scope) => {
      if (name) await rememberProjectName(target.groupId, name);
      return writeTarget(target, scope);
    },
    title: (scope) => {
      const target = get(scope);
      return target && placeTitle({ ...target, projectName: projectName(target.groupId) });
    },
    onDidChange: (listener) => {
      const parts = [
        named.event(listener),
        workspace.onDidChangeWorkspaceFolders(listener),
        workspace.onDidChangeConfiguration((change: ConfigurationChangeEvent) => {
          if (change.affectsConfiguration('streamconn')) listener();
        }),
      ];
      return Disposable.from(...parts);
    },
  };
}

/** Whatever else a workspace has written there is as good as nothing. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
