// What can be written at the cursor.
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { nameSecrets, type SecretNaming } from '../../connection/secretNaming.ts';
import { isTooDeep, type StreamConnDocument } from '../../json/document.ts';
import { rootOf } from '../../schema/places.ts';
import { type CursorPlace, cursorPlaceAt, toItems } from './cursorPlace.ts';
import { keyOffers } from './keys.ts';
import { placeholderOffers } from './placeholderOffers.ts';
import { wholeFileSnippets } from './snippets.ts';
import { valueOffers } from './values.ts';
import { wholeValues } from './wholeValues.ts';

/** The completion list at a position, in the order in which a person is to see it; empty where nothing fits. */
export function complete(
  document: StreamConnDocument,
  position: Position,
  storedSecrets: readonly string[] | undefined,
): CompletionList {
  if (isTooDeep(document)) return { isIncomplete: false, items: [] };
  const at = cursorPlaceAt(document, position);
  const naming = nameSecrets(document.text.uri, at && rootOf(at.place).value, storedSecrets);
  const found = [...(at ? itemsAt(at, naming) : []), ...wholeFileSnippets(document, naming)];
  const items = found.map((item, index) => ({ ...item, sortText: String(index).padStart(3, '0') }));
  return { isIncomplete: false, items };
}

function itemsAt(at: CursorPlace, naming: SecretNaming): CompletionItem[] {
  const { document, cursor, place } = at;
  if (cursor.kind === 'key') return toItems(at, keyOffers(place, cursor, naming));
  const inside = placeholderOffers(document.text.getText(), cursor, place, naming);
  return inside
    ? toItems({ ...at, cursor: inside.cursor }, inside.offers)
    : toItems(at, [...valueOffers(place, naming), ...wholeValues(place, naming)]);
}
