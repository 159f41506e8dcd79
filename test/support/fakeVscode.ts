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

export const workspace = {
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
  }),
};

const nobody = async () => undefined;

/** Nobody answers, unless a test puts a person in its place (`personWho`). */
export const window = {
  showInputBox: nobody,
  showQuickPick: nobody,
  showInformationMessage: nobody,
  showWarningMessage: nobody,
  showErrorMessage: nobody,
  showOpenDialog: nobody,
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
