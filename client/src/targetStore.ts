// Which project and stream instance connections go to: two workspace settings. The host is the credential's.
import {
  type ConfigurationChangeEvent,
  ConfigurationTarget,
  type Disposable,
  EventEmitter,
  type Memento,
  workspace,
} from 'vscode';

export interface ChosenTarget {
  readonly groupId: string;
  readonly tenantName: string;
}

export interface TargetStore {
  /** The chosen target; undefined until both the project and the instance are set. */
  get(): ChosenTarget | undefined;
  set(target: ChosenTarget, projectName: string | undefined): Promise<void>;
  /** `Shop / orders-instance`, with the project's id where its name is not known. */
  title(): string | undefined;
  /** The project's name, where Atlas has told it. */
  projectName(groupId: string): string | undefined;
  rememberProjectName(groupId: string, name: string): Promise<void>;
  /** Called when the target or its title may have changed. */
  onDidChange(listener: () => void): Disposable;
}

const projectNamesKey = 'streamconn.projectNames';

/** `state` remembers the names of projects, for titles only. */
export function createTargetStore(state: Memento): TargetStore {
  const settings = () => workspace.getConfiguration('streamconn');
  const projectNames = () => state.get<Readonly<Record<string, string>>>(projectNamesKey, {});
  /** Whatever else a workspace has written there is as good as nothing. */
  const text = (name: string) => {
    const value = settings().get<unknown>(name);
    return typeof value === 'string' ? value : '';
  };
  const get = () => {
    const groupId = text('projectId');
    const tenantName = text('instance');
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
    set: async ({ groupId, tenantName }, projectName) => {
      if (projectName) await rememberProjectName(groupId, projectName);
      const where = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
      await settings().update('projectId', groupId, where);
      await settings().update('instance', tenantName, where);
    },
    title: () => {
      const target = get();
      return target && `${projectName(target.groupId) ?? target.groupId} / ${target.tenantName}`;
    },
    onDidChange: (listener) => {
      const titled = named.event(listener);
      const configured = workspace.onDidChangeConfiguration((change: ConfigurationChangeEvent) => {
        if (change.affectsConfiguration('streamconn')) listener();
      });
      return { dispose: () => void [titled.dispose(), configured.dispose()] };
    },
  };
}
