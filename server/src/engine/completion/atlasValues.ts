// Values that only Atlas knows: which are wanted at the cursor, and the items once somebody has got them.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { AtlasValue, WantedValues } from '../../protocol.ts';
import { isObject } from '../document.ts';
import { type Place, said } from '../places.ts';
import { type CursorPlace, toItems } from './cursorPlace.ts';
import { plain } from './snippetText.ts';

/** What of Atlas can stand at the cursor; undefined where nothing can. */
export function wantedValues({ cursor, place }: CursorPlace): WantedValues | undefined {
  const wanted = cursor.kind === 'value' ? said(place, 'valuesInAtlas') : undefined;
  if (!wanted) return undefined;
  const groupId = wanted.projectIn && besides(place, wanted.projectIn);
  return { kind: wanted.kind, ...(typeof groupId === 'string' && groupId !== '' ? { groupId } : {}) };
}

/** The values as items, in the order given, before those that the schemas offer. */
export function atlasItems(at: CursorPlace, values: readonly AtlasValue[]): CompletionItem[] {
  const offers = values.map(({ value, detail }) => ({
    label: JSON.stringify(value),
    kind: CompletionItemKind.Reference,
    detail,
    snippet: plain(JSON.stringify(value)),
  }));
  return toItems(at, offers).map((item, index) => ({
    ...item,
    // A detail alone is seen at the one item that is in focus.
    ...(item.detail ? { labelDetails: { description: item.detail } } : {}),
    sortText: `!${String(index).padStart(3, '0')}`,
  }));
}

function besides({ owner }: Place, key: string): unknown {
  return isObject(owner?.value) && Object.hasOwn(owner.value, key) ? owner.value[key] : undefined;
}
