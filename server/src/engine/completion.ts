// What can be written at the cursor.
import { getNodeValue, parseTree } from 'jsonc-parser';
import type { CompletionList, Position } from 'vscode-languageserver-types';
import { type Cursor, cursorAt } from './completion/cursor.ts';
import { toItem } from './completion/item.ts';
import { keyOffers } from './completion/keys.ts';
import { placeholderOffers } from './completion/placeholderOffers.ts';
import { type StoredSecrets, valueOffers } from './completion/values.ts';
import type { StreamConnDocument } from './document.ts';
import { placeAt } from './places.ts';
import { wholeFileSnippets } from './snippets.ts';

/** The completion list at a position, in the order in which a person is to see it; empty where nothing fits. */
export function complete(document: StreamConnDocument, position: Position, secrets: StoredSecrets): CompletionList {
  if (document.tooDeep !== undefined) return { isIncomplete: false, items: [] };
  const found = [...itemsAt(document, document.text.offsetAt(position), secrets), ...wholeFileSnippets(document)];
  const items = found.map((item, index) => ({ ...item, sortText: String(index).padStart(3, '0') }));
  return { isIncomplete: false, items };
}

function itemsAt(document: StreamConnDocument, offset: number, secrets: StoredSecrets) {
  const { text } = document;
  const content = text.getText();
  const cursor = cursorAt(content, offset);
  if (!cursor) return [];
  const place = placeAt(valueAround(document, cursor), cursor.path);
  if (cursor.kind === 'key') return keyOffers(place, cursor, secrets).map((offer) => toItem(text, cursor, offer));
  const inside = placeholderOffers(content, cursor, place, secrets);
  if (inside) return inside.offers.map((offer) => toItem(text, inside.cursor, offer));
  return valueOffers(place, secrets).map((offer) => toItem(text, cursor, offer));
}

/**
 * The document's value. What is being written can hide what follows it, as in `"name": "type": 1`; then the value as it
 * is with something whole at the cursor.
 */
function valueAround({ text, value }: StreamConnDocument, cursor: Cursor): unknown {
  const { kind, start, end, separator, hasColon, isWhole } = cursor;
  const isClear = separator === '' && (start === end || (kind === 'value' && isWhole));
  if (isClear) return value;
  const content = text.getText();
  const standIn = kind === 'value' ? 'null' : hasColon ? '""' : '"": null';
  const tree = parseTree(content.slice(0, start) + standIn + separator + content.slice(end));
  return tree && getNodeValue(tree);
}
