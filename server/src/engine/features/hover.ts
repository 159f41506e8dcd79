// What is to be known of the key or value under the cursor.
import * as l10n from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver-types';
import { withoutSecretParts } from '../../secrets.ts';
import type { Surroundings } from '../findings/advice/advice.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { pathOf } from '../json/jsonPath.ts';
import { nodeAtOffset } from '../json/node.ts';
import { rangeOf } from '../json/ranges.ts';
import { listedValues } from '../schema/listedValues.ts';
import { isRequired, type Place, placeAt, said } from '../schema/places.ts';
import { isPlaceOfSecret } from '../schema/secretPlaces.ts';
import { inWords } from '../schema/wording.ts';
import { code, markdown, pageLink, secretWords } from './markdown.ts';
import { certificateWords, placeholderWords } from './valueWords.ts';

/** The hover at a position: of a value first what this value means, then what its place is for. No value is repeated. */
export function findHover(document: StreamConnDocument, position: Position, surroundings: Surroundings): Hover | null {
  const { root, text, value } = document;
  const node = root && nodeAtOffset(root, text.offsetAt(position));
  if (!node || node.type === 'object' || node.type === 'array' || node.type === 'property') return null;
  const place = placeAt(value, pathOf(node));
  const isKey = node.parent?.type === 'property' && node.parent.keyNode === node;
  const contents = markdown([...(isKey ? [] : wordsOnValue(place, surroundings)), ...wordsOnPlace(place, isKey)]);
  return contents.value === '' ? null : { contents, range: rangeOf(text, node.offset, node.length) };
}

function wordsOnValue(place: Place, surroundings: Surroundings): (string | undefined)[] {
  const { value } = place;
  if (typeof value !== 'string') return [];
  const meaning = listedValues(place).find((one) => one.value === value)?.meaning;
  return [
    meaning && `${code(JSON.stringify(value))}: ${meaning}`,
    placeholderWords(value, surroundings.secretNames),
    ...certificateWords(value, surroundings.certificates),
  ];
}

function wordsOnPlace(place: Place, isKey: boolean): (string | undefined)[] {
  if (place.schemas.every((schema) => schema.description === undefined)) return [];
  const key = place.path.at(-1);
  const marks = [
    isRequired(place) ? l10n.t('Required') : l10n.t('Optional'),
    inWords(said(place, 'completionDetail')),
    isPlaceOfSecret(place.path) && l10n.t('secret'),
  ];
  const deprecation = said(place, 'deprecationMessage');
  return [
    typeof key === 'string' && !said(place, 'readOnly') && !deprecation
      ? `${code(withoutSecretParts(key))} — *${marks.filter((mark) => mark).join(', ')}*`
      : undefined,
    deprecation && `**${l10n.t('Deprecated.')}** ${inWords(deprecation)}`,
    inWords(said(place, 'description')),
    listOf(place),
    isKey ? examplesOf(place) : undefined,
    secretWords(place),
    pageLink(place),
  ];
}

function listOf(place: Place): string | undefined {
  const lines = listedValues(place).map(({ value, meaning = '' }) => `- ${code(JSON.stringify(value))}: ${meaning}`);
  return lines.length === 0 ? undefined : lines.join('\n');
}

function examplesOf(place: Place): string | undefined {
  const examples = (said(place, 'examples') ?? []).map((example) => code(JSON.stringify(example)));
  return examples.length === 0 || listedValues(place).length > 0
    ? undefined
    : l10n.t('For example {0}', examples.join(', '));
}
