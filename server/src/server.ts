// Every LSP request: find the document, ask the engine.
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine, type Engine } from './engine/index.ts';
import {
  type ContextParams,
  contextMethod,
  type PrepareRequestParams,
  type PrepareRequestResult,
  prepareRequestMethod,
} from './protocol.ts';

/** Answers LSP over `connection` until the client says `exit`. A document that is not open gives an empty answer. */
export function startServer(connection: Connection): void {
  const engine = createEngine();
  const documents = new TextDocuments(TextDocument);
  let client: ClientCapabilities = {};
  connection.onInitialize(({ capabilities }) => {
    client = capabilities;
    return serverCapabilities;
  });
  answerStandardRequests(connection, documents, engine);
  answerOwnRequests(connection, documents, engine, () => client);
  pushDiagnosticsUnlessPulled(connection, documents, engine, () => client);
  documents.listen(connection);
  connection.listen();
}

type Documents = TextDocuments<TextDocument>;

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

function answerStandardRequests(connection: Connection, documents: Documents, engine: Engine): void {
  const withText =
    <P extends InDocument, R>(answer: (text: TextDocument, params: P) => R) =>
    (params: P): R | null => {
      const text = documents.get(params.textDocument.uri);
      return text ? answer(text, params) : null;
    };
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const text = documents.get(textDocument.uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: text ? await engine.diagnose(text) : [] };
  });
  connection.onCompletion(withText((text, { position }) => engine.complete(text, position)));
  connection.onHover(withText((text, { position }) => engine.hover(text, position)));
  connection.onDocumentFormatting(withText((text, { options }) => engine.format(text, undefined, options)));
  connection.onDocumentRangeFormatting(withText((text, { range, options }) => engine.format(text, range, options)));
  connection.onDocumentSymbol(withText((text) => engine.symbols(text)));
  connection.onFoldingRanges(withText((text) => engine.foldingRanges(text)));
  connection.onSelectionRanges(withText((text, { positions }) => engine.selectionRanges(text, positions)));
}

function answerOwnRequests(
  connection: Connection,
  documents: Documents,
  engine: Engine,
  client: () => ClientCapabilities,
): void {
  // Only a client that sends its context has the commands that the lenses name.
  let context: ContextParams | undefined;
  connection.onNotification(contextMethod, async (params: ContextParams) => {
    context = params;
    if (client().workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
  });
  connection.onCodeLens(({ textDocument }) => {
    const text = documents.get(textDocument.uri);
    return text && context ? engine.codeLenses(text, context) : null;
  });
  connection.onRequest<PrepareRequestResult, void>(prepareRequestMethod, ({ uri }: PrepareRequestParams) => {
    const text = documents.get(uri);
    return text ? engine.prepareRequest(text) : { kind: 'notOpen' };
  });
}

function pushDiagnosticsUnlessPulled(
  connection: Connection,
  documents: Documents,
  engine: Engine,
  client: () => ClientCapabilities,
): void {
  documents.onDidChangeContent(async ({ document }) => {
    if (client().textDocument?.diagnostic) return;
    const { uri, version } = document;
    const diagnostics = await engine.diagnose(document);
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    if (!client().textDocument?.diagnostic) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

const serverCapabilities: InitializeResult = {
  serverInfo: { name: 'streamconn' },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { identifier: 'streamconn', interFileDependencies: false, workspaceDiagnostics: false },
    completionProvider: { triggerCharacters: ['"', ':', ' '], resolveProvider: false },
    hoverProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: { resolveProvider: false },
  },
};
