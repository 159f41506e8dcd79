// What the client has told the server: context, settings, and refusals of Atlas; a change makes the editor ask anew.
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { type ClientAbilities, type Complaint, type Known, levels } from './engine/index.ts';
import { type ContextParams, contextMethod, refusedFilesAtMost } from './protocol.ts';

export interface Knowledge {
  /** Absent until the client has sent one; only then has it the commands that lenses name. */
  readonly context: ContextParams | undefined;
  /** For the engine, about the file of that address. */
  of(uri: string): Known;
  /** What the client can do with an action. */
  readonly abilities: ClientAbilities;
  /** Keeps what Atlas has refused of a file, open or closed, in the place of what it refused before; without any, nothing. */
  setComplaints(uri: string, complaints: readonly Complaint[]): void;
}

/** Listens for context and settings; `onChange` is called when diagnostics may have become other ones. */
export function listenForKnowledge(
  connection: Connection,
  client: () => ClientCapabilities,
  onChange: () => void,
): Knowledge {
  let context: ContextParams | undefined;
  let severities: NonNullable<Known['severities']> = {};
  const complaintsOf = new Map<string, readonly Complaint[]>();

  async function changed(): Promise<void> {
    if (client().workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
    await diagnosticsChanged();
  }
  async function diagnosticsChanged(): Promise<void> {
    if (client().workspace?.diagnostics?.refreshSupport) await connection.sendRequest(DiagnosticRefreshRequest.type);
    onChange();
  }
  async function readSettings(): Promise<void> {
    const settings: unknown = await connection.workspace.getConfiguration('streamconn.rules');
    severities = toSeverities(settings);
    await changed();
  }

  connection.onInitialized(async () => {
    const { configuration, didChangeConfiguration } = client().workspace ?? {};
    if (!configuration) return;
    if (didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'streamconn.rules' });
    }
    await readSettings();
  });
  connection.onDidChangeConfiguration(async () => {
    if (client().workspace?.configuration) await readSettings();
  });
  connection.onNotification(contextMethod, async (params: ContextParams) => {
    context = params;
    await changed();
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
    get abilities() {
      const { documentChanges = false, snippetEditSupport = false } = client().workspace?.workspaceEdit ?? {};
      return { commands: context !== undefined, versionedEdits: documentChanges, snippetEdits: snippetEditSupport };
    },
    setComplaints: (uri, complaints) => {
      const had = complaintsOf.delete(uri);
      if (complaints.length > 0) complaintsOf.set(uri, complaints);
      const [oldest] = complaintsOf.keys();
      if (oldest !== undefined && complaintsOf.size > refusedFilesAtMost) complaintsOf.delete(oldest);
      if (had || complaints.length > 0) void diagnosticsChanged();
    },
  };
}

/** What of a setting can be used: rules that do not exist do no harm, severities that do not exist are left out. */
function toSeverities(settings: unknown): NonNullable<Known['severities']> {
  const entries = typeof settings === 'object' && settings !== null ? Object.entries(settings) : [];
  return Object.fromEntries(entries.filter(([, level]) => levels.some((known) => known === level)));
}
