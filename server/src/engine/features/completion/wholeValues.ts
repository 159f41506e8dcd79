// Objects and arrays to begin with: what an object needs, filled in, and the empty one with the cursor inside.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { SecretNaming } from '../../connection/secretNaming.ts';
import { fillIn } from '../../fixing/fillIn.ts';
import { createSnippetPen, writeValue } from '../../fixing/writeJson.ts';
import { isObject } from '../../json/document.ts';
import { type Place, placeAt, rootOf, said } from '../../schema/places.ts';
import { inWords } from '../../schema/wording.ts';
import { markdown, pageLink } from '../markdown.ts';
import type { Offer } from './item.ts';
import { blocksFor } from './values.ts';

/** The offers for a value that is an object or an array; the filled object where no block does better. */
export function wholeValues(place: Place, naming: SecretNaming): Offer[] {
  const types = [said(place, 'type')].flat();
  const documentation = markdown([inWords(said(place, 'description')), pageLink(place)]);
  const offer = (label: string, snippet: string, hasMore = false): Offer => ({
    label,
    kind: CompletionItemKind.Struct,
    documentation,
    snippet,
    hasMore,
  });
  if (types.includes('array')) return [offer('[]', '[$1]', true)];
  if (!types.includes('object') || !place.owner) return [];
  const filled = blocksFor(place, naming).length === 0 ? filledObject(place, naming) : undefined;
  return [...(filled ? [offer(filled.label, filled.snippet)] : []), offer('{}', '{$1}', true)];
}

/** With everything that the schemas require of it; undefined where they require nothing. */
function filledObject(
  place: Place,
  naming: SecretNaming,
): { readonly label: string; readonly snippet: string } | undefined {
  const { path, owner } = place;
  const name = path.at(-1);
  if (typeof name !== 'string' || !owner) return undefined;
  const root = structuredClone(rootOf(place).value);
  const { value: holder } = placeAt(root, owner.path);
  if (isObject(holder)) delete holder[name];
  const filled = fillIn(root, [{ path: owner.path, name }], naming);
  const value = filled.valueOf({ path: owner.path, name });
  if (!isObject(value) || Object.keys(value).length === 0) return undefined;
  const names = Object.keys(value).map((key) => `${JSON.stringify(key)}: …`);
  const pen = createSnippetPen(filled.choicesAt);
  return {
    label: `{ ${names.join(', ')} }`,
    snippet: writeValue(pen, path, value, { lineBreak: '\n', indent: '\t', margin: '\n' }),
  };
}
