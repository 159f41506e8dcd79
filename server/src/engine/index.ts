// The engine: text in, LSP values out. Everything that can be known of a connection file without leaving it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import type { CompareResult, FileOfResult } from '../deployedProtocol.ts';
import type { NewFileResult, WholeFileParams } from '../newFileProtocol.ts';
import type { AtlasValue, PreparedRequest, PrepareRequestResult, Refusal, WantedValues } from '../protocol.ts';
import { compare } from './connection/compare.ts';
import { fileOf } from './connection/fileOf.ts';
import { findRefused } from './connection/refusals/index.ts';
import { type Complaint, readRefusal } from './connection/refusals/readRefusal.ts';
import { toRequest } from './connection/requestBody.ts';
import { type ClientAbilities, type CodeActionRequest, findCodeActions } from './features/codeActions.ts';
import { findCodeLenses, type LensContext } from './features/codeLenses.ts';
import { atlasItems, wantedValues } from './features/completion/atlasValues.ts';
import { cursorPlaceAt } from './features/completion/cursorPlace.ts';
import { complete } from './features/completion/index.ts';
import { beginFile } from './features/completion/snippets.ts';
import { toDiagnostic, toDiagnostics } from './features/diagnostics.ts';
import { findFoldingRanges } from './features/folding.ts';
import { format } from './features/format.ts';
import { findHover } from './features/hover.ts';
import { findLinks } from './features/links.ts';
import { describeNewFile } from './features/newFile.ts';
import { findSelectionRanges } from './features/selection.ts';
import { findSymbols } from './features/symbols.ts';
import type { Surroundings } from './findings/advice/advice.ts';
import type { CertificateReader } from './findings/advice/certificates.ts';
import type { Finding } from './findings/finding.ts';
import { createCleanChecks, findAll } from './findings/index.ts';
import { onceEach } from './findings/renaming.ts';
import { type Severities, withSeverity } from './findings/severities.ts';
import { createDocumentReader } from './json/document.ts';
import { locateString } from './json/ranges.ts';

export { toPointer } from '../jsonPointer.ts';
export type { Complaint } from './connection/refusals/readRefusal.ts';
export { type ClientAbilities, fixAllKind } from './features/codeActions.ts';
export type { LensContext } from './features/codeLenses.ts';
export { uncheckable, uncheckableWords } from './features/diagnostics.ts';
export type { CertificateReader, PemBlock } from './findings/advice/certificates.ts';
export { createCleanCheck } from './findings/cleanCheck.ts';
export type { Finding } from './findings/finding.ts';
export { maySet, type Severities } from './findings/severities.ts';
export { type FindingCode, type Level, levels, rules, type Severity } from './schema/rules.ts';

export interface EngineOptions {
  /** Reads certificates and keys; without it, nothing is said about what is in them. */
  readonly certificates?: CertificateReader;
}

/** What can change while the engine lives. */
export interface Known extends Omit<Surroundings, 'certificates'> {
  readonly severities?: Severities;
  /** What Atlas has refused of the document that is asked about. */
  readonly complaints?: readonly Complaint[];
}

export interface Engine {
  /** What the rules say; `known` is what the caller knows of the user's secrets and settings. */
  findings(text: TextDocument, known?: Known): Finding[];
  /** What the rules say, and what Atlas has refused. */
  diagnose(text: TextDocument, known?: Known): Diagnostic[];
  complete(text: TextDocument, position: Position, known?: Known): CompletionList;
  /** What of Atlas can stand at the position; undefined where nothing can. */
  wantedValues(text: TextDocument, position: Position): WantedValues | undefined;
  /** Values that Atlas has, as items for the position that they were wanted at. */
  offerValues(text: TextDocument, position: Position, values: readonly AtlasValue[]): CompletionItem[];
  hover(text: TextDocument, position: Position, known?: Known): Hover | null;
  links(text: TextDocument): DocumentLink[];
  codeLenses(text: TextDocument, context: LensContext): CodeLens[];
  codeActions(text: TextDocument, request: CodeActionRequest, known?: Known, client?: ClientAbilities): CodeAction[];
  /** What Atlas complains of when it refuses a body; none where that is not the file's fault. */
  complaints(sent: PreparedRequest['body'], refusal: Refusal): Complaint[];
  /** Where the first complaint stands whose place is as it was; undefined where there is none. */
  refusedPlace(text: TextDocument, complaints: readonly Complaint[]): Range | undefined;
  /** Where the string at a JSON Pointer stands, with its quotation marks; undefined where there is none. */
  locate(text: TextDocument, pointer: string): Range | undefined;
  /** The connection file of a connection that Atlas has; null where there can be none. */
  fileOf(
    connection: PreparedRequest['body'],
    like?: PreparedRequest['body'],
    taken?: readonly string[],
  ): FileOfResult | null;
  /** What of a file's value differs from the connection that Atlas has; null where they cannot be read. */
  compare(body: PreparedRequest['body'], connection: PreparedRequest['body']): CompareResult | null;
  prepareRequest(text: TextDocument, known?: Known): PrepareRequestResult;
  /** Edits that indent the text, or only the lines of `range`, as `options` ask; none while the text is broken. */
  format(text: TextDocument, range: Range | undefined, options: FormattingOptions): TextEdit[];
  symbols(text: TextDocument): DocumentSymbol[];
  foldingRanges(text: TextDocument, atMost?: number): FoldingRange[];
  selectionRanges(text: TextDocument, positions: readonly Position[]): SelectionRange[];
  /** What a new file can be made of; the same every time. */
  describeNewFile(): NewFileResult;
  /** Snippet text that a new file begins with; null where there is no such whole file. */
  beginFile(params: WholeFileParams): string | null;
}

/** Builds the engine. It keeps nothing but the parsed form of the documents it is asked about. */
export function createEngine(options: EngineOptions = {}): Engine {
  const read = createDocumentReader();
  const isClean = createCleanChecks();
  const found = (text: TextDocument, known: Known = {}) => {
    const surroundings = { ...known, ...options };
    return isClean(text.getText(), surroundings) ? [] : findAll(read(text), surroundings);
  };
  const findings = (text: TextDocument, known?: Known) =>
    onceEach(found(text, known).flatMap((finding) => withSeverity(finding, known?.severities)));
  return {
    findings,
    // First, for of many findings only the first ones are shown.
    diagnose: (text, known) => [
      ...(known?.complaints?.length ? findRefused(read(text), known.complaints).map(toDiagnostic) : []),
      ...toDiagnostics(findings(text, known)),
    ],
    complete: (text, position, known) => complete(read(text), position, known?.secretNames),
    wantedValues: (text, position) => {
      const at = cursorPlaceAt(read(text), position);
      return at && wantedValues(at);
    },
    offerValues: (text, position, values) => {
      const at = cursorPlaceAt(read(text), position);
      return at ? atlasItems(at, values) : [];
    },
    hover: (text, position, known) => findHover(read(text), position, { ...known, ...options }),
    links: (text) => findLinks(read(text)),
    codeLenses: (text, context) => findCodeLenses(read(text), context),
    codeActions: (text, request, known, client = {}) =>
      findCodeActions(read(text), findings(text, known), findRefused(read(text), known?.complaints), request, {
        ...client,
        secretNames: known?.secretNames,
      }),
    complaints: readRefusal,
    refusedPlace: (text, complaints) => findRefused(read(text), complaints)[0]?.range,
    locate: (text, pointer) => locateString(read(text), pointer),
    fileOf,
    compare,
    prepareRequest: (text, known) => toRequest(read(text), found(text, known), known?.severities),
    describeNewFile,
    beginFile,
    format: (text, range, options) => format(read(text), range, options),
    symbols: (text) => findSymbols(read(text)),
    foldingRanges: (text, atMost) => findFoldingRanges(read(text), atMost),
    selectionRanges: (text, positions) => findSelectionRanges(read(text), positions),
  };
}
