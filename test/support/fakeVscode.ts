// Stands in for the module `vscode` in unit tests, as far as the tested parts use it: `vi.mock('vscode', …)`.
import type { Disposable as RealDisposable } from 'vscode';

export * as l10n from '@vscode/l10n';

interface Settings {
  user: Record<string, unknown>;
  workspace: Record<string, unknown>;
  folder: Record<string, unknown>;
}

/** What each level of settings holds, by full name; for the test to fill. */
export const settings: Settings = { user: {}, workspace: {}, folder: {} };

const levels = { 1: 'user', 2: 'workspace', 3: 'folder' } as const;

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };

interface Folders {
  workspaceFile: object | undefined;
  workspaceFolders: readonly { readonly uri: object }[] | undefined;
}

/** What is open; for the test to fill. Every file is in the first folder. */
const folders: Folders = { workspaceFile: undefined, workspaceFolders: undefined };

export const workspace = {
  ...folders,
  textDocuments: [] as readonly { readonly uri: object; readonly isDirty: boolean }[],
  asRelativePath: ({ path }: { path: string }) => path,
  getWorkspaceFolder: () => workspace.workspaceFolders?.[0],
  isTrusted: true,
  onDidGrantWorkspaceTrust: () => ({ dispose: () => undefined }),
  getConfiguration: (section: string) => ({
    get: (name: string, otherwise?: unknown) => {
      const { user, workspace: shared, folder } = settings;
      return { ...user, ...shared, ...folder }[`${section}.${name}`] ?? otherwise;
    },
    inspect: (name: string) => ({
      globalValue: settings.user[`${section}.${name}`],
      workspaceValue: settings.workspace[`${section}.${name}`],
      workspaceFolderValue: settings.folder[`${section}.${name}`],
    }),
    update: async (name: string, value: unknown, target: 1 | 2 | 3) => {
      settings[levels[target]][`${section}.${name}`] = value;
    },
  }),
};

const nobody = async () => undefined;

/** The lines of every log, each after its level. */
export const logged: string[] = [];

const logAt = (level: string) => (line: string) => void logged.push(`${level} ${line}`);

/** Nobody answers, unless a test puts a person in its place (`personWho`). */
export const window = {
  showInputBox: nobody,
  showQuickPick: nobody,
  showInformationMessage: nobody,
  showWarningMessage: nobody,
  showErrorMessage: nobody,
  showOpenDialog: nobody,
  createOutputChannel: () => ({ info: logAt('info'), warn: logAt('warn'), error: logAt('error') }),
  onDidChangeActiveTextEditor: () => ({ dispose: () => undefined }),
  tabGroups: { all: [], activeTabGroup: { tabs: [] } },
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
  withProgress: (_: unknown, work: (progress: object, token: object) => unknown) =>
    work({ report: () => undefined }, { onCancellationRequested: () => ({ dispose: () => undefined }) }),
};

/** The lines beside the language in the status bar, by id. */
export const languageStatus = new Map<string, object>();

export const languages = {
  createLanguageStatusItem: (id: string) => {
    const item = { dispose: () => languageStatus.delete(id) };
    languageStatus.set(id, item);
    return item;
  },
};

export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };

export const Disposable = {
  from: (...all: RealDisposable[]) => ({
    dispose: () => {
      for (const one of all) one.dispose();
    },
  }),
};

export const ProgressLocation = { Notification: 15 };

export const QuickPickItemKind = { Separator: -1 };

export const StatusBarAlignment = { Left: 1 };

export const Uri = {
  joinPath: (uri: { path: string }, below: string) => Uri.file(`${uri.path}/${below}`),
  file: (path: string) => ({ scheme: 'file', path, fsPath: path, toString: () => `file://${path}` }),
};

export const commands = { executeCommand: nobody };

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown): RealDisposable => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}

export class CancellationError extends Error {
  override readonly name = 'Canceled';
}
