// A completion item at the cursor, whichever list it comes from.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  type MarkupContent,
  TextEdit,
} from 'vscode-languageserver-types';
import { rangeOf } from '../../json/ranges.ts';
import type { Cursor } from './cursor.ts';

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly documentation?: MarkupContent | undefined;
  /** What the typed text is compared with; the label if absent. */
  readonly filterText?: string;
  /** Snippet text. */
  readonly snippet: string;
  /** Whether there is a list to choose from at the first tab stop. */
  readonly hasMore?: boolean;
}

/** The offer with its place in the text, and with the commas that are missing before and behind it. */
export function toItem(text: TextDocument, cursor: Cursor, { snippet, hasMore, ...offer }: Offer): CompletionItem {
  const { start, end, space, missingComma, separator, hasColon } = cursor;
  const newText = space + snippet + (hasColon ? '' : separator);
  return {
    label: offer.label,
    kind: offer.kind,
    ...(offer.detail ? { detail: offer.detail } : {}),
    ...(offer.documentation?.value ? { documentation: offer.documentation } : {}),
    filterText: filterTextAt(text, cursor, offer.filterText ?? offer.label),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: TextEdit.replace(rangeOf(text, start, end - start), newText),
    ...(missingComma === undefined
      ? {}
      : { additionalTextEdits: [TextEdit.insert(text.positionAt(missingComma), ',')] }),
    ...(hasMore ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** An editor compares it with the replaced text up to the cursor, which can begin with a quotation mark. */
function filterTextAt(text: TextDocument, { start, end }: Cursor, filterText: string): string {
  const isInString = start < end && text.getText().charAt(start) === '"';
  return isInString && !filterText.startsWith('"') ? `"${filterText}` : filterText;
}
