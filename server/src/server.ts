// Every LSP request: find the document, ask the engine, answer in the form that the client takes.
import { type Connection, type InitializeResult, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type CompletionItem } from 'vscode-languageserver-types';
import { type Abilities, readAbilities } from './abilities.ts';
import { createDiagnosing } from './diagnosing.ts';
import { createEngine, type Engine, type EngineOptions, fixAllKind } from './engine/index.ts';
import { lensContextOf } from './folderContext.ts';
import { codeActionFor, completionItemFor, hoverFor, linkFor, symbolsFor } from './forClient.ts';
import { answerRefused } from './incoming.ts';
import { createIsolation, type Isolation } from './isolation.ts';
import { type Knowledge, listenForKnowledge } from './knowledge.ts';
import { answerOwnRequests } from './ownRequests.ts';
import { useWords } from './words.ts';

export interface ServerOptions extends EngineOptions {
  /** The address of a page with an anchor for each rule; without it, diagnostics have no link. */
  readonly rulesPage?: string;
}

/** Answers LSP over `connection` until the client says `exit`. A document that is not open gives an empty answer. */
export function startServer(connection: Connection, { rulesPage, ...options }: ServerOptions = {}): void {
  const engine = createEngine(options);
  const documents = new TextDocuments(TextDocument);
  const isolation = createIsolation(connection);
  let client = readAbilities({}, rulesPage);
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    client = readAbilities(capabilities, rulesPage);
    useWords(initializationOptions);
    return describeServer(client);
  });
  const abilities = () => client;
  const pushAll = () => documents.all().forEach(push);
  const knowledge = listenForKnowledge(connection, abilities, isolation, pushAll);
  const diagnosing = createDiagnosing(connection, documents, engine, knowledge, abilities, isolation);
  const push = (document: TextDocument) => isolation.inBackground(() => diagnosing.push(document));
  const toItem = (item: CompletionItem) => completionItemFor(client, knowledge.context !== undefined, item);

  connection.languages.diagnostics.on(isolation.answering(diagnosing.report));
  answerStandardRequests(connection, documents, engine, knowledge, abilities, isolation, toItem);
  answerOwnRequests(connection, documents, engine, knowledge, isolation, toItem);
  answerRefused(connection);
  documents.onDidChangeContent(({ document }) => push(document));
  documents.onDidClose(({ document: { uri } }) => {
    // The next untitled file has the address of one that was closed; any other file is the same when it comes back.
    if (uri.startsWith('untitled:')) knowledge.setComplaints(uri, []);
    isolation.inBackground(() => diagnosing.pushNone(uri));
  });
  documents.listen(connection);
  connection.listen();
}

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

function answerStandardRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  engine: Engine,
  knowledge: Knowledge,
  abilities: () => Abilities,
  { answering }: Isolation,
  toItem: (item: CompletionItem) => CompletionItem,
): void {
  const withText = <P extends InDocument, R>(answer: (text: TextDocument, params: P) => R | Promise<R>) =>
    answering<P, R | null>((params) => {
      const text = documents.get(params.textDocument.uri);
      return text ? answer(text, params) : null;
    });
  connection.onCompletion(
    withText((text, { position }) => {
      const { items, ...list } = engine.complete(text, position, knowledge.of(text.uri));
      return { ...list, items: items.map(toItem) };
    }),
  );
  connection.onHover(
    withText((text, { position }) => hoverFor(abilities(), engine.hover(text, position, knowledge.of(text.uri)))),
  );
  connection.onDocumentLinks(withText((text) => engine.links(text).map((link) => linkFor(abilities(), link))));
  connection.onDocumentFormatting(withText((text, { options }) => engine.format(text, undefined, options)));
  connection.onDocumentRangeFormatting(withText((text, { range, options }) => engine.format(text, range, options)));
  connection.onDocumentSymbol(withText((text) => symbolsFor(abilities(), text.uri, engine.symbols(text))));
  connection.onFoldingRanges(withText((text) => engine.foldingRanges(text, abilities().foldingRangesAtMost)));
  connection.onSelectionRanges(withText((text, { positions }) => engine.selectionRanges(text, positions)));
  connection.onCodeAction(
    withText(async (text, { range, context: { only } }) => {
      const { versionedEdits, snippetEdits } = abilities();
      const client = { commands: knowledge.context !== undefined, versionedEdits, snippetEdits };
      const actions = await engine.codeActions(
        text,
        { range, ...(only ? { only } : {}) },
        knowledge.of(text.uri),
        client,
      );
      return actions.flatMap((action) => codeActionFor(abilities(), action));
    }),
  );
  connection.onCodeLens(
    withText((text) => {
      const { context } = knowledge;
      return context ? engine.codeLenses(text, lensContextOf(context, text.uri)) : null;
    }),
  );
}

function describeServer({ codeActions }: Abilities): InitializeResult {
  return {
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
      codeActionProvider: codeActions.literals ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } : true,
      codeLensProvider: { resolveProvider: false },
    },
  };
}
