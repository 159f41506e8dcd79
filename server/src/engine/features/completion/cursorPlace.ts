// The cursor together with the place it stands at: what the schemas say of what is being written there.
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { isTooDeep, type StreamConnDocument } from '../../json/document.ts';
import { toValue } from '../../json/node.ts';
import { parse } from '../../json/parse.ts';
import { type Place, placeAt } from '../../schema/places.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { type Offer, toItem } from './item.ts';

export interface CursorPlace {
  readonly document: StreamConnDocument;
  readonly cursor: Cursor;
  readonly place: Place;
}

/** Undefined where nothing fits. */
export function cursorPlaceAt(document: StreamConnDocument, position: Position): CursorPlace | undefined {
  if (isTooDeep(document)) return undefined;
  const { text } = document;
  const cursor = cursorAt(text.getText(), text.offsetAt(position));
  return cursor && { document, cursor, place: placeAt(valueAround(document, cursor), cursor.path) };
}

/** The offers as items at the cursor. */
export function toItems({ document, cursor }: CursorPlace, offers: readonly Offer[]): CompletionItem[] {
  return offers.map((offer) => toItem(document.text, cursor, offer));
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
  return toValue(parse(content.slice(0, start) + standIn + separator + content.slice(end)).root);
}
