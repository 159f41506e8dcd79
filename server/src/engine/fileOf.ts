// The connection file of a connection that Atlas has: only what a person writes, each secret by a name.
import type { FileOfResult, FileSecret } from '../deployedProtocol.ts';
import { proposeSecretName } from '../secretNames.ts';
import { isDefault, isSecretPlace, keyOf, writable } from './deployed.ts';
import { isObject } from './document.ts';
import { type JsonPath, toPointer } from './jsonPath.ts';
import { findTooDeep } from './nesting.ts';
import { isPlaceholder } from './placeholders.ts';
import { childAt, childrenOf, type Place, placeAt, placesIn, said } from './places.ts';

type JsonObject = { readonly [key: string]: unknown };

/**
 * The file's text, and where in it which secret is named; null for what nests more deeply than a file may. Where `like`,
 * the value of a file that is there already, has a placeholder in place of what Atlas keeps to itself, that stays.
 */
export function fileOf(connection: JsonObject, like: JsonObject = {}): FileOfResult | null {
  if (findTooDeep(JSON.stringify(connection)) !== undefined) return null;
  const title = [connection.name, connection.type].find((text) => typeof text === 'string') ?? '';
  const { value, secrets } = withSecretNames(withNeededSecrets(writable(connection), like), String(title), like);
  const isPublic = placesIn(value).every((place) => said(place, 'default') === undefined || isDefault(place));
  const file = writable(value, (place) => isNeedless(place, isPublic));
  return { text: `${JSON.stringify(file, null, 2)}\n`, secrets };
}

/** Atlas fills in defaults and the region, which matters where it reaches a service in another way than the usual one. */
function isNeedless(place: Place, isPublic: boolean): boolean {
  if (said(place, 'inAtlas') === 'filledIn') return isPublic;
  const isRequired = place.owner?.schemas.some(({ required = [] }) => required.includes(keyOf(place)));
  return isObject(place.value) && !isRequired && isDefault(place);
}

/** Atlas keeps secrets to itself: each that the connection cannot do without, or that the file had, gets a place. */
function withNeededSecrets(value: unknown, like: JsonObject): unknown {
  for (const place of placesIn(value)) {
    if (!isObject(place.value)) continue;
    const needed = place.schemas.flatMap(({ required = [], properties = {} }) => [
      ...required,
      ...Object.keys(properties).filter((name) => isPlaceholder(valueAt(like, [...place.path, name]))),
    ]);
    for (const name of needed) {
      if (Object.hasOwn(place.value, name)) continue;
      const child = childAt(place, name);
      if (said(child, 'writeOnly')) place.value[name] = '';
      else if (said(child, 'inAtlas') === 'mayBeHidden') place.value[name] = valueAt(like, child.path);
    }
  }
  return value;
}

interface Named {
  readonly value: unknown;
  readonly secrets: FileSecret[];
}

function withSecretNames(value: unknown, title: string, like: JsonObject): Named {
  const secrets: FileSecret[] = [];
  const nameSecret = (path: JsonPath): string => {
    const pointer = toPointer(path);
    const name = freeName(proposeSecretName(title, pointer) || 'SECRET', secrets);
    secrets.push({ pointer, name });
    return `\${secret:${name}}`;
  };
  const rewrite = (place: Place): unknown => {
    if (place.value !== null && isSecretPlace(place)) {
      const known = valueAt(like, place.path);
      return isPlaceholder(known) ? known : nameSecret(place.path);
    }
    if (Array.isArray(place.value)) return childrenOf(place).map(rewrite);
    if (!isObject(place.value)) return place.value;
    return Object.fromEntries(childrenOf(place).map((child) => [keyOf(child), rewrite(child)]));
  };
  return { value: rewrite(placeAt(value, [])), secrets };
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return placeAt(value, path).value;
}

/** Two headers that differ in their signs only are two secrets. */
function freeName(proposal: string, taken: readonly FileSecret[]): string {
  const isTaken = (name: string) => taken.some((secret) => secret.name === name);
  let name = proposal;
  for (let count = 2; isTaken(name); count++) name = `${proposal.slice(0, 95)}_${count}`;
  return name;
}
