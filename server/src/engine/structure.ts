// The shape of a file: format, symbols, folding and selection ranges.
import type { LanguageService } from 'vscode-json-languageservice';
import type {
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import { withoutSecretParts } from '../secrets.ts';
import type { StreamConnDocument } from './document.ts';
import { format } from './format.ts';
import type { JsonPath } from './jsonPath.ts';
import { isPlaceholder } from './placeholders.ts';
import { isSecretAt, secretWords } from './secretPlaces.ts';

/** Symbols and folding ranges given for one file; more would only slow the editor down. */
const resultLimit = 5000;

export interface Structure {
  /** Edits that indent the text, or only the lines of `range`, as `options` ask. */
  format(document: StreamConnDocument, range: Range | undefined, options: FormattingOptions): Promise<TextEdit[]>;
  symbols(document: StreamConnDocument): DocumentSymbol[];
  foldingRanges(document: StreamConnDocument, atMost?: number): FoldingRange[];
  selectionRanges(document: StreamConnDocument, positions: Position[]): SelectionRange[];
}

export function createStructure(languageService: LanguageService): Structure {
  return {
    format: (document, range, options) => format(languageService, document, range, options),
    symbols: ({ text, json }) => withoutSecrets(languageService.findDocumentSymbols2(text, json, { resultLimit }), []),
    foldingRanges: ({ text }, atMost = resultLimit) =>
      languageService.getFoldingRanges(text, { rangeLimit: Math.min(atMost, resultLimit) }),
    selectionRanges: ({ text, json }, positions) => languageService.getSelectionRanges(text, positions, json),
  };
}

/** Outline and breadcrumbs show the values, and people share their screens. */
function withoutSecrets(symbols: readonly DocumentSymbol[], owner: JsonPath): DocumentSymbol[] {
  const beside = Object.fromEntries(symbols.map(({ name, detail }) => [name, detail]));
  return symbols.map((symbol) => {
    const path = [...owner, symbol.name];
    const { detail, children = [] } = symbol;
    const isHidden = detail !== undefined && !isPlaceholder(detail) && isSecretAt(path, detail, beside);
    return {
      ...symbol,
      name: withoutSecretParts(symbol.name),
      ...(isHidden ? { detail: secretWords() } : {}),
      children: withoutSecrets(children, path),
    };
  });
}
