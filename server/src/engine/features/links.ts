// What can be opened from a file: the page on its type, and the addresses in it.
import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { StreamConnDocument } from '../json/document.ts';
import { nodeAt } from '../json/jsonPath.ts';
import { rangeOf, valueRange } from '../json/ranges.ts';
import { type Place, placesOf } from '../schema/places.ts';
import { isSecretAt } from '../schema/secretPlaces.ts';

/** The links of a file. A secret is none, whatever it looks like, nor is an address with a password in it. */
export function findLinks(document: StreamConnDocument): DocumentLink[] {
  const { text, root } = document;
  if (!root) return [];
  const [whole, ...places] = placesOf(document);
  const type = nodeAt(root, ['type']);
  const page = whole?.schemas.findLast(({ additionalProperties }) => additionalProperties === false)?.documentation;
  const inside = (offset: number, length: number) => rangeOf(text, offset + 1, Math.max(0, length - 2));
  return [
    ...(type?.type === 'string' && page
      ? [
          {
            range: inside(type.offset, type.length),
            target: page,
            tooltip: l10n.t('Documentation of this connection type'),
          },
        ]
      : []),
    ...places.filter(isAddress).map((place) => {
      const { start, end } = valueRange(text, root, place.path);
      const range = inside(text.offsetAt(start), text.offsetAt(end) - text.offsetAt(start));
      return { range, target: String(place.value) };
    }),
  ];
}

function isAddress(place: Place): boolean {
  const { path, value } = place;
  return typeof value === 'string' && /^https?:\/\/[^\s@]+$/.test(value) && !isSecretAt(path, value);
}
