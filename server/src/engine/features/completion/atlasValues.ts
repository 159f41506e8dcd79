// Values that only Atlas knows: which are wanted at the cursor, and the items once somebody has got them.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { fromPointer } from '../../../jsonPointer.ts';
import type { AtlasValue, WantedValues } from '../../../protocol.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import { placeAt, rootOf, said } from '../../schema/places.ts';
import { type CursorPlace, toItems } from './cursorPlace.ts';

/** What of Atlas can stand at the cursor; undefined where nothing can. */
export function wantedValues({ cursor, place }: CursorPlace): WantedValues | undefined {
  const wanted = cursor.kind === 'value' ? said(place, 'valuesInAtlas') : undefined;
  if (!wanted) return undefined;
  const groupId = wanted.projectIn && placeAt(rootOf(place).value, fromPointer(wanted.projectIn)).value;
  return { kind: wanted.kind, ...(typeof groupId === 'string' && groupId !== '' ? { groupId } : {}) };
}

/** The values as items, in the order given, before those that the schemas offer. */
export function atlasItems(at: CursorPlace, values: readonly AtlasValue[]): CompletionItem[] {
  const offers = values.map(({ value, detail }) => ({
    label: JSON.stringify(value),
    kind: CompletionItemKind.Reference,
    detail,
    snippet: escapeSnippet(JSON.stringify(value)),
  }));
  return toItems(at, offers).map((item, index) => ({
    ...item,
    // A detail alone is seen at the one item that is in focus.
    ...(item.detail ? { labelDetails: { description: item.detail } } : {}),
    sortText: `!${String(index).padStart(3, '0')}`,
  }));
}
