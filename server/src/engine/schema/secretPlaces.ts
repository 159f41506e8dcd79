// The secrets of a connection, by the one judgement of secrets.ts together with the marks of the schemas.
import * as l10n from '@vscode/l10n';
import { isSecret, isSecretPlace, type SecretPlace } from '../../secrets.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';

let marked: readonly SecretPlace[] | undefined;

/** Every place of any type of connection that the schemas mark; Atlas keeps to itself what stands there. */
export function secretPlaces(): readonly SecretPlace[] {
  // Not at the start, when nothing is asked yet.
  marked ??= distinct(markedIn(root, []));
  return marked;
}

/** Whether what stands at the path, in the object `owner`, is a secret, whatever the type of connection: also before its branch is chosen. */
export function isSecretAt(path: JsonPath, value: unknown, owner?: unknown): boolean {
  return isSecret(path, value, secretPlaces(), owner);
}

/** Words in the place of a secret. */
export function secretWords(): string {
  return l10n.t('(secret)');
}

/** The text in quotation marks, or words in its place where it is a secret. */
export function quoted(path: JsonPath, text: string): string {
  return isSecretAt(path, text) ? secretWords() : JSON.stringify(text);
}

/** Whether a secret belongs at the path, whatever stands there now. */
export function isPlaceOfSecret(path: JsonPath): boolean {
  return isSecretPlace(path, secretPlaces());
}

/** Whether Atlas keeps to itself what stands at the path; what it does not know, it gives back. */
export function isHiddenPath(path: JsonPath): boolean {
  const joined = path.join('/');
  return secretPlaces().some((place) => place.join('/') === joined);
}

function markedIn(schema: Schema, path: SecretPlace): SecretPlace[] {
  const { writeOnly, properties = {}, allOf = [], then } = resolve(schema);
  const inside = (part: Schema | boolean | undefined, ...key: string[]) =>
    typeof part === 'object' ? markedIn(part, [...path, ...key]) : [];
  return [
    ...(writeOnly ? [path] : []),
    ...Object.entries(properties).flatMap(([key, property]) => inside(property, key)),
    ...allOf.flatMap((part) => inside(part)),
    ...inside(then),
  ];
}

function distinct(places: readonly SecretPlace[]): SecretPlace[] {
  return [...new Map(places.map((place) => [place.join('/'), place])).values()];
}
