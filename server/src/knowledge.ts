// What the client has told the server: context, settings, and refusals of Atlas; a change makes the editor ask anew.
import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { type Complaint, type Known, levels } from './engine/index.ts';
import type { Isolation } from './isolation.ts';
import { type ContextParams, contextNotification, refusedFilesAtMost } from './protocol.ts';

export interface Knowledge {
  /** Absent until the client has sent one; only then has it the commands that are named to it. */
  readonly context: ContextParams | undefined;
  /** For the engine, about the file of that address; each part of it the same object until it changes. */
  of(uri: string): Known;
  /** Keeps what Atlas has refused of a file, open or closed, in the place of what it refused before; without any, nothing. */
  setComplaints(uri: string, complaints: readonly Complaint[]): void;
}

/** Listens for context and settings; `onChange` is called when diagnostics may have become other ones. */
export function listenForKnowledge(
  connection: Connection,
  abilities: () => Abilities,
  { inBackground }: Isolation,
  onChange: () => void,
): Knowledge {
  let context: ContextParams | undefined;
  let severities: NonNullable<Known['severities']> = {};
  const complaintsOf = new Map<string, readonly Complaint[]>();

  function lensesChanged(): void {
    if (abilities().refreshes.codeLenses) inBackground(() => connection.sendRequest(CodeLensRefreshRequest.type));
  }
  function diagnosticsChanged(): void {
    if (abilities().refreshes.diagnostics) inBackground(() => connection.sendRequest(DiagnosticRefreshRequest.type));
    onChange();
  }
  async function readSettings(): Promise<void> {
    const settings: unknown = await connection.workspace.getConfiguration('streamconn.rules');
    severities = kept(severities, toSeverities(settings));
    diagnosticsChanged();
  }

  connection.onInitialized(() => {
    const { asked, registered } = abilities().settings;
    if (!asked) return;
    const wanted = { section: 'streamconn.rules' };
    if (registered) inBackground(() => connection.client.register(DidChangeConfigurationNotification.type, wanted));
    inBackground(readSettings);
  });
  connection.onDidChangeConfiguration(() => {
    if (abilities().settings.asked) inBackground(readSettings);
  });
  connection.onNotification(contextNotification, (params) => {
    const secretNames = kept(context?.secretNames, params.secretNames);
    const isNews = !context || secretNames !== context.secretNames;
    context = { ...params, ...(secretNames ? { secretNames } : {}) };
    lensesChanged();
    if (isNews) diagnosticsChanged();
  });
  return {
    get context() {
      return context;
    },
    of: (uri) => {
      const complaints = complaintsOf.get(uri);
      return {
        severities,
        ...(context?.secretNames ? { secretNames: context.secretNames } : {}),
        ...(complaints ? { complaints } : {}),
      };
    },
    setComplaints: (uri, complaints) => {
      const had = complaintsOf.delete(uri);
      if (complaints.length > 0) complaintsOf.set(uri, complaints);
      const [oldest] = complaintsOf.keys();
      if (oldest !== undefined && complaintsOf.size > refusedFilesAtMost) complaintsOf.delete(oldest);
      if (had || complaints.length > 0) diagnosticsChanged();
    },
  };
}

/** What is known already, if the news are the same. */
function kept<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** What of a setting can be used: rules that do not exist do no harm, severities that do not exist are left out. */
function toSeverities(settings: unknown): NonNullable<Known['severities']> {
  const entries = typeof settings === 'object' && settings !== null ? Object.entries(settings) : [];
  return Object.fromEntries(entries.filter(([, level]) => levels.some((known) => known === level)));
}
