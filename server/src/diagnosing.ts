// Diagnostics, asked for or pushed: computed once for what a file says and what is known, whatever happens to the checks.
import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abilities } from './abilities.ts';
import { type Engine, type Known, uncheckable } from './engine/index.ts';
import { diagnosticFor } from './forClient.ts';
import type { Isolation } from './isolation.ts';
import type { Knowledge } from './knowledge.ts';

interface Checked {
  readonly version: number;
  readonly known: Known;
  /** Certificates expire. */
  readonly day: number;
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export interface Diagnosing {
  report(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport>;
  /** Sends those of the document to a client that does not ask. */
  push(document: TextDocument): Promise<void>;
  /** Takes them back. */
  pushNone(uri: string): Promise<void>;
}

export function createDiagnosing(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  engine: Engine,
  knowledge: Knowledge,
  abilities: () => Abilities,
  { orElse }: Isolation,
): Diagnosing {
  const lastChecks = new WeakMap<TextDocument, Checked>();
  // Ids from before a restart are not those of now.
  const session = Date.now().toString(36);
  let checks = 0;

  async function check(text: TextDocument): Promise<Checked> {
    const { uri, version } = text;
    const known = knowledge.of(uri);
    const day = Math.floor(Date.now() / 86_400_000);
    const last = lastChecks.get(text);
    if (last?.version === version && last.day === day && isSame(last.known, known)) return last;
    const found = await orElse(
      () => engine.diagnose(text, known),
      () => [uncheckable(text)],
    );
    const items = found.map((diagnostic) => diagnosticFor(abilities(), diagnostic));
    const checked = { version, known, day, resultId: `${session}.${++checks}`, items };
    lastChecks.set(text, checked);
    return checked;
  }
  async function send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): Promise<void> {
    const { pulled, versions } = abilities().diagnostics;
    if (pulled) return;
    await connection.sendDiagnostics({ uri, ...(version !== undefined && versions ? { version } : {}), diagnostics });
  }
  return {
    report: async ({ textDocument, previousResultId }) => {
      const text = documents.get(textDocument.uri);
      if (!text) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { resultId, items } = await check(text);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
    push: async (document) => {
      if (abilities().diagnostics.pulled) return;
      const { uri, version } = document;
      const { items } = await check(document);
      if (documents.get(uri)?.version === version) await send(uri, version, items);
    },
    pushNone: (uri) => send(uri, undefined, []),
  };
}

/** Whether nothing else is known: what is as before stays the same object. */
function isSame(before: Known, now: Known): boolean {
  return (
    before.severities === now.severities &&
    before.secretNames === now.secretNames &&
    before.complaints === now.complaints
  );
}
