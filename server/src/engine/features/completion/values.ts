// The values that a property or an item can have.
import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { writePlaceholder } from '../../../placeholder.ts';
import type { SecretNaming } from '../../connection/secretNaming.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import { isObject } from '../../json/document.ts';
import { isAllowed } from '../../schema/allowed.ts';
import { listedValues } from '../../schema/listedValues.ts';
import { childAt, type Place, said } from '../../schema/places.ts';
import { isPlaceOfSecret } from '../../schema/secretPlaces.ts';
import { inWords } from '../../schema/wording.ts';
import { markdown, pageLink } from '../markdown.ts';
import type { Offer } from './item.ts';
import { toSnippet } from './snippetText.ts';

interface KnownValue {
  readonly value: unknown;
  readonly detail?: string;
  readonly meaning?: string | undefined;
}

/** Every value that is known to fit, the same whether one is written already or not; then whole blocks. */
export function valueOffers(place: Place, naming: SecretNaming): Offer[] {
  const described = inWords(said(place, 'description'));
  const values = valuesFor(place, naming).map(({ value, detail, meaning }) => ({
    label: JSON.stringify(value),
    kind: CompletionItemKind.Value,
    detail,
    documentation: markdown([meaning ?? described, pageLink(place)]),
    snippet: escapeSnippet(JSON.stringify(value)),
  }));
  return [...values, ...blocksFor(place, naming)];
}

/** The single values: those of the list, or else examples and, for a secret, the stored ones and a new one. */
export function valuesFor(place: Place, naming: SecretNaming): KnownValue[] {
  const listed = allowedValues(place);
  const found =
    listed.length > 0
      ? listed
      : [...storedValues(place, naming), ...exampleValues(place), ...newSecrets(place, naming)];
  const values = new Map(found.map((known) => [JSON.stringify(known.value), known]));
  return [...values.values()];
}

/** The whole values to begin with that fit here. */
export function blocksFor(place: Place, naming: SecretNaming): Offer[] {
  const blocks = said(place, 'defaultSnippets') ?? [];
  return blocks
    .filter(({ body }) => fits(place, body))
    .map(({ label, description, body }) => ({
      label: inWords(label),
      // What Kafka and Atlas call it can be typed in any language.
      filterText: [...new Set([String(label), inWords(label)])].join(' '),
      kind: CompletionItemKind.Snippet,
      documentation: markdown([inWords(description), pageLink(place)]),
      snippet: toSnippet(body, place.path, naming),
    }));
}

function allowedValues(place: Place): KnownValue[] {
  return listedValues(place)
    .filter(({ value }) => isAllowed(place.schemas, value))
    .map((listed) => ({ ...listed, ...defaultMark(place, listed.value) }));
}

function defaultMark(place: Place, value: unknown): { detail?: string } {
  return value === said(place, 'default') ? { detail: l10n.t('default') } : {};
}

function storedValues(place: Place, naming: SecretNaming): KnownValue[] {
  if (!canBeSecret(place)) return [];
  return naming
    .storedFor(place.path)
    .map((name) => ({ value: writePlaceholder({ kind: 'secret', name }), detail: l10n.t('stored secret') }));
}

/** None where the schema knows a better source than the secret storage. */
function newSecrets(place: Place, naming: SecretNaming): KnownValue[] {
  return newSecretNames(place, naming).map((name) => ({ value: writePlaceholder({ kind: 'secret', name }) }));
}

/** The name that completion offers for a secret that is not stored; none where it offers no such secret. */
export function newSecretNames(place: Place, naming: SecretNaming): string[] {
  if (!canBeSecret(place) || said(place, 'examples') !== undefined) return [];
  const name = naming.nameFor(place.path);
  return naming.storedFor(place.path).includes(name) ? [] : [name];
}

function canBeSecret(place: Place): boolean {
  return said(place, 'mayBeSecret') === true || isPlaceOfSecret(place.path);
}

function exampleValues(place: Place): KnownValue[] {
  const byDefault = said(place, 'default');
  const examples = said(place, 'examples') ?? [];
  const values = byDefault === undefined || examples.includes(byDefault) ? examples : [byDefault, ...examples];
  if (values.length > 0) return values.map((value) => ({ value, ...defaultMark(place, value) }));
  if (said(place, 'type') !== 'array') return [];
  const [item] = exampleValues(childAt(place, 0));
  return item ? [{ value: [item.value] }] : [];
}

/** Whether the choices that a block has already made are allowed here. */
function fits(place: Place, body: unknown): boolean {
  if (typeof body === 'string') return body.includes('$') || isAllowed(place.schemas, body);
  if (!isObject(body)) return true;
  return Object.entries(body).every(([key, value]) => fits(childAt(place, key), value));
}
