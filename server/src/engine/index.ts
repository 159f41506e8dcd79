// The engine: text in, LSP values out. Everything that can be known of a connection file without leaving it.
import { getLanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens, CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver-types';
import type { ContextParams, PrepareRequestResult } from '../protocol.ts';
import { findCodeLenses } from './codeLenses.ts';
import { complete } from './completion.ts';
import { rootSchema } from './connectionTypes.ts';
import { toDiagnostics } from './diagnostics.ts';
import { createDocumentReader } from './document.ts';
import type { Finding } from './findings/finding.ts';
import { findAll } from './findings/index.ts';
import { toRequest } from './requestBody.ts';
import { createStructure, type Structure } from './structure.ts';

export type { Finding, FindingCode, Severity } from './findings/finding.ts';
export { toPointer } from './jsonPath.ts';

type OnText<S> = {
  [K in keyof S]: S[K] extends (document: never, ...rest: infer R) => infer T
    ? (text: TextDocument, ...rest: R) => T
    : never;
};

export interface Engine extends OnText<Structure> {
  findings(text: TextDocument): Promise<Finding[]>;
  diagnose(text: TextDocument): Promise<Diagnostic[]>;
  complete(text: TextDocument, position: Position): Promise<CompletionList>;
  hover(text: TextDocument, position: Position): PromiseLike<Hover | null>;
  codeLenses(text: TextDocument, context: ContextParams): CodeLens[];
  prepareRequest(text: TextDocument): Promise<PrepareRequestResult>;
}

/** Builds the engine; it keeps nothing but the parsed form of the documents it is asked about. */
export function createEngine(): Engine {
  const languageService = getLanguageService({
    // Every `$schema` means our schema: nothing is ever loaded on a file's word.
    schemaRequestService: () => Promise.resolve(JSON.stringify(rootSchema)),
  });
  languageService.configure({ schemas: [{ uri: 'streamconn:schema', fileMatch: ['*'], schema: rootSchema }] });
  const read = createDocumentReader(languageService);
  const structure = createStructure(languageService);
  const findings = (text: TextDocument) => findAll(languageService, read(text));
  return {
    findings,
    diagnose: async (text) => toDiagnostics(await findings(text)),
    complete: (text, position) => complete(languageService, read(text), position),
    hover: (text, position) => languageService.doHover(text, position, read(text).json),
    codeLenses: (text, context) => findCodeLenses(read(text), context),
    prepareRequest: async (text) => toRequest(read(text), await findings(text)),
    format: (text, range, options) => structure.format(read(text), range, options),
    symbols: (text) => structure.symbols(read(text)),
    foldingRanges: (text) => structure.foldingRanges(read(text)),
    selectionRanges: (text, positions) => structure.selectionRanges(read(text), positions),
  };
}
