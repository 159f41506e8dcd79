// A connection file beside the connection that Atlas has: what differs, and what cannot be told.
import * as l10n from '@vscode/l10n';
import type { CompareResult } from '../../deployedProtocol.ts';
import { toPointer } from '../../jsonPointer.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { withoutSecretParts } from '../../secrets.ts';
import { isObject, nestsTooDeep } from '../json/document.ts';
import { childAt, childrenOf, type Place, placeAt, placesIn, said, withValue } from '../schema/places.ts';
import { isHiddenPath, isSecretAt } from '../schema/secretPlaces.ts';
import { assumedAt, isMap, keyOf, namesIn, writable } from './deployed.ts';

type JsonObject = { readonly [key: string]: unknown };

/** Both sides as texts that can stand beside each other; null for what nests more deeply than a file may. */
export function compare(body: JsonObject, connection: JsonObject): CompareResult | null {
  if (nestsTooDeep(body) || nestsTooDeep(connection)) return null;
  const immutable: string[] = [];
  const uncompared: string[] = [];
  const { name = connection.name, ...file } = body;
  const sides = compareAt(placeAt(comparable(connection), []), placeAt(comparable({ ...file, name }), []), {
    immutable: (place) => immutable.push(toPointer(place.path)),
    uncompared: (place) => uncompared.push(toPointer(place.path)),
  });
  const emptied = mapsMissingIn(body, connection);
  return {
    upToDate: sides.same,
    deployed: toText(sides.deployed),
    file: toText(sides.file),
    immutable,
    uncompared,
    emptied,
  };
}

/** Null says nothing, as everywhere. */
function mapsMissingIn(body: JsonObject, connection: JsonObject): string[] {
  const hasEntries = ({ value }: Place) => isObject(value) && Object.keys(value).length > 0;
  return placesIn(writable(connection))
    .filter((place) => isMap(place) && hasEntries(place) && (placeAt(body, place.path).value ?? null) === null)
    .map(({ path }) => toPointer(path));
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Without what only Atlas writes, and with what it assumes. */
function comparable(value: unknown): unknown {
  const isEmptyChoice = (place: Place) => place.value === '' && said(place, 'enum')?.includes('') === true;
  return withAssumed(placeAt(writable(value, isEmptyChoice), []));
}

function withAssumed(place: Place): unknown {
  if (!isObject(place.value)) return place.value;
  const present = Object.keys(place.value);
  const assumed = namesIn(place)
    .filter((name) => !present.includes(name))
    .map((name) => [name, assumedAt(childAt(place, name))] as const)
    .filter(([, value]) => value !== undefined);
  const own = present.map((key) => [key, withAssumed(childAt(place, key))] as const);
  return Object.fromEntries([...own, ...assumed]);
}

/** Values as they are shown; undefined where a side has none. */
interface Sides {
  readonly deployed: unknown;
  readonly file: unknown;
  readonly same: boolean;
}

interface Notes {
  immutable(place: Place): void;
  uncompared(place: Place): void;
}

const unknown = () => l10n.t('(cannot be compared)');
const secret = () => l10n.t('(secret)');
const otherSecret = () => l10n.t('(secret, another value)');

function compareAt(deployed: Place, file: Place, notes: Notes): Sides {
  const sides = hiddenSides(deployed, file, notes) ?? openSides(deployed, file, notes);
  if (!sides.same && said(file, 'inAtlas') === 'immutable') notes.immutable(file);
  return sides;
}

/** Where one side cannot be known, or must not be shown. */
function hiddenSides(deployed: Place, file: Place, notes: Notes): Sides | undefined {
  const isInAtlas = deployed.value !== undefined;
  const inAtlas = said(file, 'inAtlas');
  if (file.value === undefined && inAtlas === 'filledIn') return { deployed: undefined, file: undefined, same: true };
  if (!isInAtlas && (inAtlas === 'filledIn' || inAtlas === 'mayBeHidden')) return hidden(file, notes);
  if ([deployed, file].some(isSecretPlace)) return secretSides(deployed, file, notes);
  return isInAtlas && isPlaceholder(file.value) ? hidden(file, notes) : undefined;
}

function secretSides(deployed: Place, file: Place, notes: Notes): Sides {
  const isInAtlas = deployed.value !== undefined;
  if (isHiddenPath(file.path) || (isInAtlas && isPlaceholder(file.value))) return hidden(file, notes);
  const same = isSame(deployed, file);
  if (!isInAtlas) return { deployed: undefined, file: secret(), same };
  if (file.value === undefined) return { deployed: secret(), file: undefined, same };
  return { deployed: same ? secret() : otherSecret(), file: secret(), same };
}

function hidden(file: Place, notes: Notes): Sides {
  notes.uncompared(file);
  return { deployed: unknown(), file: unknown(), same: true };
}

function openSides(deployed: Place, file: Place, notes: Notes): Sides {
  if (isObject(deployed.value) || isObject(file.value)) return withObject(deployed, file, notes);
  if (lengthOf(deployed) !== undefined && lengthOf(deployed) === lengthOf(file))
    return arraySides(deployed, file, notes);
  return { deployed: shown(deployed), file: shown(file), same: isSame(deployed, file) };
}

/** The value with each secret in it hidden. */
function shown(place: Place): unknown {
  if (isSecretPlace(place)) return secret();
  if (Array.isArray(place.value)) return childrenOf(place).map(shown);
  if (!isObject(place.value)) return place.value;
  return Object.fromEntries(childrenOf(place).map((child) => [withoutSecretParts(keyOf(child)), shown(child)]));
}

function isSecretPlace({ path, value, owner }: Place): boolean {
  return isSecretAt(path, value, owner?.value);
}

function isSame(deployed: Place, file: Place): boolean {
  return JSON.stringify(deployed.value) === JSON.stringify(file.value);
}

function lengthOf({ value }: Place): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

/** Item by item, of as many: a placeholder hides its own item only. */
function arraySides(deployed: Place, file: Place, notes: Notes): Sides {
  const items = childrenOf(file).map((item, index) => compareAt(childAt(deployed, index), item, notes));
  return {
    deployed: items.map((item) => item.deployed),
    file: items.map((item) => item.file),
    same: items.every(({ same }) => same),
  };
}

/** An object that the other side has not counts as beside an empty one: its secrets are hidden in any case. */
function withObject(deployed: Place, file: Place, notes: Notes): Sides {
  const asObject = (place: Place): Place => (isObject(place.value) ? place : withValue(place, {}));
  const { same, ...sides } = objectSides(asObject(deployed), asObject(file), notes);
  const isOdd = ({ value }: Place) => value !== undefined && !isObject(value);
  const side = (place: Place, object: unknown) => {
    const { value } = place;
    if (isObject(value) || (value === undefined && same)) return object;
    return shown(place);
  };
  return {
    deployed: side(deployed, sides.deployed),
    file: side(file, sides.file),
    same: same && !isOdd(deployed) && !isOdd(file),
  };
}

function objectSides(deployed: Place, file: Place, notes: Notes): Sides {
  const named = [...namesIn(file), ...namesIn(deployed)];
  const keys = [deployed, file].flatMap(({ value }) => Object.keys(isObject(value) ? value : {}));
  const others = keys.filter((key) => !named.includes(key)).sort();
  const all = [...new Set([...named.filter((name) => keys.includes(name)), ...others])];
  const children = all.map((key) => ({ key, ...compareAt(childAt(deployed, key), childAt(file, key), notes) }));
  const side = (name: 'deployed' | 'file') =>
    Object.fromEntries(
      children.flatMap((child) => (child[name] === undefined ? [] : [[withoutSecretParts(child.key), child[name]]])),
    );
  return { deployed: side('deployed'), file: side('file'), same: children.every(({ same }) => same) };
}
