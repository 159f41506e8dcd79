// The keys that an object can still get.
import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { SecretNaming } from '../../connection/secretNaming.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import { isObject } from '../../json/document.ts';
import { childAt, type Place, said } from '../../schema/places.ts';
import { resolve, type Schema } from '../../schema/schemaLookup.ts';
import { isPlaceOfSecret } from '../../schema/secretPlaces.ts';
import { inWords } from '../../schema/wording.ts';
import { markdown, pageLink, secretWords } from '../markdown.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './item.ts';
import { placeholderSnippet } from './snippetText.ts';
import { blocksFor, valuesFor } from './values.ts';

/** The required ones first, each group in the order of the schemas; none that is there already or is not to be written. */
export function keyOffers(place: Place, cursor: Cursor, naming: SecretNaming): Offer[] {
  const { schemas, value } = place;
  const present = isObject(value) ? value : {};
  const names = new Set(schemas.flatMap(suggestedNames));
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const offered = [...names].filter((name) => !Object.hasOwn(present, name) && mayBeAdded(schemas, name));
  const sorted = [...offered.filter((name) => required.has(name)), ...offered.filter((name) => !required.has(name))];
  return sorted.map((name) => toOffer(place, name, required.has(name), cursor, naming));
}

function suggestedNames({ doNotSuggest, properties = {}, propertyNames }: Schema): string[] {
  return doNotSuggest ? [] : [...Object.keys(properties), ...(propertyNames?.examples ?? []).map(String)];
}

/** Whether every schema of the object lets it have the property, and none says that a person does not write it. */
function mayBeAdded(schemas: readonly Schema[], name: string): boolean {
  return schemas.every(({ properties = {}, additionalProperties }) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (typeof property !== 'object') return property !== false;
    const { description, readOnly, doNotSuggest, deprecationMessage } = resolve(property);
    // A branch that only adds a rule to a property does not describe it.
    return description === undefined || (!readOnly && !doNotSuggest && deprecationMessage === undefined);
  });
}

function toOffer(owner: Place, name: string, isRequired: boolean, cursor: Cursor, naming: SecretNaming): Offer {
  const place = childAt(owner, name);
  const marks = [
    isRequired && l10n.t('required'),
    inWords(said(place, 'completionDetail')),
    isPlaceOfSecret(place.path) && l10n.t('secret'),
  ];
  const key = escapeSnippet(JSON.stringify(name));
  const isDescribed = owner.schemas.some(({ properties = {} }) => Object.hasOwn(properties, name));
  const { snippet, hasMore } = firstValue(place, isDescribed, naming);
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: marks.filter((mark) => mark).join(', '),
    documentation: markdown([inWords(said(place, 'description')), secretWords(place), pageLink(place)]),
    filterText: JSON.stringify(name),
    ...(cursor.hasColon ? { snippet: key } : { snippet: `${key}: ${snippet}`, hasMore }),
  };
}

interface FirstValue {
  readonly snippet: string;
  readonly hasMore: boolean;
}

/** What a new property begins with: its only value, or an empty one with the list of values open. */
function firstValue(place: Place, isDescribed: boolean, naming: SecretNaming): FirstValue {
  const blocks = blocksFor(place, naming);
  const values = valuesFor(place, naming);
  const [only, ...others] = values;
  const isOnly = only !== undefined && others.length === 0;
  if (isOnly && said(place, 'enum')) return { snippet: escapeSnippet(JSON.stringify(only.value)), hasMore: false };
  // A name that is only an example says nothing of its value.
  const prepared = isOnly && isDescribed ? placeholderSnippet(only.value) : undefined;
  if (prepared !== undefined) return { snippet: prepared, hasMore: false };
  const [block, ...otherBlocks] = blocks;
  if (block && otherBlocks.length === 0) return { snippet: block.snippet, hasMore: false };
  return {
    snippet: emptyValue(place, blocks.length > 1),
    hasMore: values.length + blocks.length > 0 || isA(place, 'object'),
  };
}

function emptyValue(place: Place, hasBlocks: boolean): string {
  if (hasBlocks) return '$1';
  if (isA(place, 'string')) return '"$1"';
  if (isA(place, 'object')) return '{$1}';
  return isA(place, 'array') ? '["$1"]' : '$1';
}

function isA(place: Place, type: string): boolean {
  return [said(place, 'type')].flat().includes(type);
}
