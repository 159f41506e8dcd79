// A language server that looks at each text and reports nothing: what ours is measured against.
import { DocumentDiagnosticReportKind, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Answers each pull of diagnostics with none, after `look` has seen the text. */
export function answerWith(look: (text: string) => void): void {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.languages.diagnostics.on(({ textDocument }) => {
    look(documents.get(textDocument.uri)?.getText() ?? '');
    return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  });
  documents.listen(connection);
  connection.listen();
}
