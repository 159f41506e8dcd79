// The connection file of a connection that Atlas has: only what a person writes, each secret by a name.
import type { FileOfResult, FileSecret } from '../../deployedProtocol.ts';
import { toPointer } from '../../jsonPointer.ts';
import { isPlaceholder, writePlaceholder } from '../../placeholder.ts';
import { freeName, proposeSecretName } from '../../secretNames.ts';
import { isObject, nestsTooDeep } from '../json/document.ts';
import { type JsonPath, valueAt } from '../json/jsonPath.ts';
import { childAt, childrenOf, isRequired, type Place, placeAt, placesIn, said } from '../schema/places.ts';
import { isHiddenPath, isPlaceOfSecret, isSecretAt } from '../schema/secretPlaces.ts';
import { isDefault, keyOf, namesIn, writable } from './deployed.ts';

type JsonObject = { readonly [key: string]: unknown };

/**
 * The file's text, and where in it which secret is named; null for what nests more deeply than a file may. Of `like`, the
 * value of a file that is there already, that stays which Atlas keeps to itself: also a secret that the file holds itself.
 * No secret gets one of the names in `taken`.
 */
export function fileOf(
  connection: JsonObject,
  like: JsonObject = {},
  taken: readonly string[] = [],
): FileOfResult | null {
  if (nestsTooDeep(connection)) return null;
  const title = [connection.name, connection.type].find((text) => typeof text === 'string') ?? '';
  const { $schema } = like;
  const given = writable($schema === undefined ? connection : { ...connection, $schema });
  const { value, secrets } = withSecretNames(withHidden(placeAt(given, []), like), String(title), like, taken);
  const isPublic = placesIn(value).every((place) => said(place, 'default') === undefined || isDefault(place));
  const isFilledIn = (place: Place) =>
    said(place, 'inAtlas') === 'filledIn' && valueAt(given, place.path) !== undefined;
  // Atlas fills in the region, which matters where it reaches a service in another way than the usual one.
  const file = writable(value, (place) => (isPublic && isFilledIn(place)) || isNeedless(place));
  return { text: `${JSON.stringify(file, null, 2)}\n`, secrets };
}

/** Whether it is an object that says no more than what Atlas assumes. */
function isNeedless(place: Place): boolean {
  return isObject(place.value) && !isRequired(place) && isDefault(place);
}

/**
 * With what Atlas keeps to itself of the properties that the connection can have: what the file had there, and a place for
 * each secret that it cannot do without.
 */
function withHidden(place: Place, like: JsonObject): unknown {
  if (!isObject(place.value)) return place.value;
  const names = new Set([...Object.keys(place.value), ...namesIn(place)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const child = childAt(place, name);
      const value = child.value === undefined ? hiddenAt(child, like) : withHidden(child, like);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function hiddenAt(place: Place, like: JsonObject): unknown {
  const isSecret = said(place, 'writeOnly') === true;
  const inAtlas = said(place, 'inAtlas');
  const isHidden = isSecret || inAtlas === 'mayBeHidden' || inAtlas === 'filledIn';
  const had = isHidden ? (valueAt(like, place.path) ?? undefined) : undefined;
  return had === undefined && isSecret && isRequired(place) ? '' : had;
}

interface Named {
  readonly value: unknown;
  readonly secrets: FileSecret[];
}

function withSecretNames(value: unknown, title: string, like: JsonObject, taken: readonly string[]): Named {
  const secrets: FileSecret[] = [];
  const nameSecret = (path: JsonPath): string => {
    const pointer = toPointer(path);
    // Two headers that differ in their signs only are two secrets.
    const others = new Set([...taken, ...secrets.map((secret) => secret.name)]);
    const name = freeName(proposeSecretName(title, pointer), (one) => others.has(one));
    secrets.push({ pointer, name });
    return writePlaceholder({ kind: 'secret', name });
  };
  const rewrite = (place: Place): unknown => {
    const own = valueAt(like, place.path);
    // What the file takes from elsewhere was not meant to stand in it.
    if (isPlaceholder(own) && typeof place.value === 'string') return own;
    if (isSecretAt(place.path, place.value, place.owner?.value) || isLacking(place)) {
      const isKept = isPlaceholder(own) || (isHiddenPath(place.path) && own !== '' && own === place.value);
      return isKept ? own : nameSecret(place.path);
    }
    if (Array.isArray(place.value)) return childrenOf(place).map(rewrite);
    if (!isObject(place.value)) return place.value;
    return Object.fromEntries(childrenOf(place).map((child) => [keyOf(child), rewrite(child)]));
  };
  return { value: rewrite(placeAt(value, [])), secrets };
}

/** Whether a secret must be put there that Atlas keeps to itself. */
function isLacking({ path, value }: Place): boolean {
  return value === '' && isPlaceOfSecret(path);
}
