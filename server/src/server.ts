// Every LSP request: find the document, ask the engine.
import {
  type ClientCapabilities,
  CodeActionKind,
  type CompletionItem,
  type Connection,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompareParams,
  type CompareResult,
  compareMethod,
  type FileOfParams,
  type FileOfResult,
  fileOfMethod,
} from './deployedProtocol.ts';
import { createEngine, type Engine, type EngineOptions, fixAllKind } from './engine/index.ts';
import { type Knowledge, listenForKnowledge } from './knowledge.ts';
import { type NewFileResult, newFileMethod, type WholeFileParams, wholeFileMethod } from './newFileProtocol.ts';
import {
  type Located,
  type LocateParams,
  locateMethod,
  type OfferValuesParams,
  offerValuesMethod,
  type PrepareRequestParams,
  type PrepareRequestResult,
  prepareRequestMethod,
  type RefusedParams,
  type RefusedResult,
  refusedMethod,
  type SendingParams,
  sendingMethod,
  type WantedValues,
  type WantedValuesParams,
  wantedValuesMethod,
} from './protocol.ts';
import { useWords } from './words.ts';

/** Answers LSP over `connection` until the client says `exit`. A document that is not open gives an empty answer. */
export function startServer(connection: Connection, options: EngineOptions = {}): void {
  const engine = createEngine(options);
  const documents = new TextDocuments(TextDocument);
  let client: ClientCapabilities = {};
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    client = capabilities;
    useWords(initializationOptions);
    return serverCapabilities;
  });
  const push = async (document: TextDocument) => {
    if (client.textDocument?.diagnostic) return;
    const { uri, version } = document;
    const diagnostics = await engine.diagnose(document, knowledge.of(uri));
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const knowledge = listenForKnowledge(
    connection,
    () => client,
    () => void documents.all().forEach(push),
  );
  answerStandardRequests(connection, documents, engine, knowledge);
  answerOwnRequests(connection, documents, engine, knowledge);
  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidClose(async ({ document: { uri } }) => {
    // The next untitled file has the address of one that was closed; any other file is the same when it comes back.
    if (uri.startsWith('untitled:')) knowledge.setComplaints(uri, []);
    if (!client.textDocument?.diagnostic) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();
}

type Documents = TextDocuments<TextDocument>;

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

function answerStandardRequests(
  connection: Connection,
  documents: Documents,
  engine: Engine,
  knowledge: Knowledge,
): void {
  const withText =
    <P extends InDocument, R>(answer: (text: TextDocument, params: P) => R) =>
    (params: P): R | null => {
      const text = documents.get(params.textDocument.uri);
      return text ? answer(text, params) : null;
    };
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const text = documents.get(textDocument.uri);
    const items = text ? await engine.diagnose(text, knowledge.of(text.uri)) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
  connection.onCompletion(withText((text, { position }) => engine.complete(text, position, knowledge.of(text.uri))));
  connection.onHover(withText((text, { position }) => engine.hover(text, position, knowledge.of(text.uri))));
  connection.onDocumentLinks(withText((text) => engine.links(text)));
  connection.onDocumentFormatting(withText((text, { options }) => engine.format(text, undefined, options)));
  connection.onDocumentRangeFormatting(withText((text, { range, options }) => engine.format(text, range, options)));
  connection.onDocumentSymbol(withText((text) => engine.symbols(text)));
  connection.onFoldingRanges(withText((text) => engine.foldingRanges(text)));
  connection.onSelectionRanges(withText((text, { positions }) => engine.selectionRanges(text, positions)));
  connection.onCodeAction(
    withText((text, { range, context: { only } }) => {
      const request = { range, ...(only ? { only } : {}) };
      return engine.codeActions(text, request, knowledge.of(text.uri), knowledge.abilities);
    }),
  );
  connection.onCodeLens(withText((text) => (knowledge.context ? engine.codeLenses(text, knowledge.context) : null)));
}

function answerOwnRequests(connection: Connection, documents: Documents, engine: Engine, knowledge: Knowledge): void {
  connection.onRequest<PrepareRequestResult, void>(prepareRequestMethod, ({ uri }: PrepareRequestParams) => {
    const text = documents.get(uri);
    return text ? engine.prepareRequest(text, knowledge.of(text.uri)) : { kind: 'notOpen' };
  });
  connection.onRequest<FileOfResult | null, void>(fileOfMethod, ({ connection: deployed, like, taken }: FileOfParams) =>
    engine.fileOf(deployed, like, taken),
  );
  connection.onRequest<CompareResult | null, void>(compareMethod, ({ body, connection: deployed }: CompareParams) =>
    engine.compare(body, deployed),
  );
  connection.onRequest<WantedValues | null, void>(wantedValuesMethod, ({ uri, position }: WantedValuesParams) => {
    const text = documents.get(uri);
    return (text && engine.wantedValues(text, position)) ?? null;
  });
  connection.onRequest<CompletionItem[], void>(offerValuesMethod, ({ uri, position, values }: OfferValuesParams) => {
    const text = documents.get(uri);
    return text ? engine.offerValues(text, position, values) : [];
  });
  connection.onRequest<Located | null, void>(locateMethod, ({ uri, pointer }: LocateParams) => {
    const text = documents.get(uri);
    const range = text && engine.locate(text, pointer);
    return range ? { version: text.version, range } : null;
  });
  connection.onRequest<NewFileResult, void>(newFileMethod, () => engine.describeNewFile());
  connection.onRequest<string | null, void>(wholeFileMethod, (params: WholeFileParams) => engine.beginFile(params));
  connection.onNotification(sendingMethod, ({ uri }: SendingParams) => knowledge.setComplaints(uri, []));
  connection.onRequest<RefusedResult, void>(refusedMethod, ({ uri, body, refusal }: RefusedParams) => {
    const complaints = engine.complaints(body, refusal);
    const instead = complaints.flatMap(({ ways }) => ways).find((way) => way === 'create' || way === 'update');
    knowledge.setComplaints(uri, complaints);
    const text = documents.get(uri);
    const range = text && engine.refusedPlace(text, complaints);
    return { place: range ? { version: text.version, range } : null, ...(instead ? { instead } : {}) };
  });
}

const serverCapabilities: InitializeResult = {
  serverInfo: { name: 'streamconn' },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { identifier: 'streamconn', interFileDependencies: false, workspaceDiagnostics: false },
    completionProvider: { triggerCharacters: ['"', ':', ' ', '{'], resolveProvider: false },
    hoverProvider: true,
    documentLinkProvider: { resolveProvider: false },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    codeLensProvider: { resolveProvider: false },
  },
};
