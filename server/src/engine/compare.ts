// A connection file beside the connection that Atlas has: what differs, and what cannot be told.
import * as l10n from '@vscode/l10n';
import type { CompareResult } from '../deployedProtocol.ts';
import { assumedAt, isSecretPlace, namesIn, writable } from './deployed.ts';
import { isObject } from './document.ts';
import { toPointer } from './jsonPath.ts';
import { findTooDeep } from './nesting.ts';
import { isPlaceholder } from './placeholders.ts';
import { childAt, type Place, placeAt, said } from './places.ts';

type JsonObject = { readonly [key: string]: unknown };

/** Both sides as texts that can stand beside each other; null for what nests more deeply than a file may. */
export function compare(body: JsonObject, connection: JsonObject): CompareResult | null {
  if ([body, connection].some((side) => findTooDeep(JSON.stringify(side)) !== undefined)) return null;
  const fixed: string[] = [];
  const uncompared: string[] = [];
  const { name = connection.name, ...file } = body;
  const sides = compareAt(placeAt(comparable(connection), []), placeAt(comparable({ ...file, name }), []), {
    fixed: (place) => fixed.push(toPointer(place.path)),
    uncompared: (place) => uncompared.push(toPointer(place.path)),
  });
  return { inStep: sides.same, deployed: toText(sides.deployed), file: toText(sides.file), fixed, uncompared };
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
  fixed(place: Place): void;
  uncompared(place: Place): void;
}

const unknown = () => l10n.t('(cannot be compared)');
const secret = () => l10n.t('(secret)');
const otherSecret = () => l10n.t('(secret, another value)');

function compareAt(deployed: Place, file: Place, notes: Notes): Sides {
  const sides = hiddenSides(deployed, file, notes) ?? openSides(deployed, file, notes);
  if (!sides.same && said(file, 'inAtlas') === 'fixed') notes.fixed(file);
  return sides;
}

/** Where one side cannot be known, or must not be shown. */
function hiddenSides(deployed: Place, file: Place, notes: Notes): Sides | undefined {
  const isInAtlas = deployed.value !== undefined;
  const inAtlas = said(file, 'inAtlas');
  if (file.value === undefined && inAtlas === 'filledIn') return { deployed: undefined, file: undefined, same: true };
  if (!isInAtlas && (inAtlas === 'filledIn' || inAtlas === 'mayBeHidden')) return hidden(file, notes);
  if (isSecretPlace(file)) return secretSides(deployed, file, notes);
  return isInAtlas && isPlaceholder(file.value) ? hidden(file, notes) : undefined;
}

function secretSides(deployed: Place, file: Place, notes: Notes): Sides {
  const isInAtlas = deployed.value !== undefined;
  // Of a map, Atlas gives every value back.
  const isGivenBack = file.owner && said(file.owner, 'secretNames') !== undefined;
  if (!isGivenBack || (isInAtlas && isPlaceholder(file.value))) return hidden(file, notes);
  const same = deployed.value === file.value;
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
  const same = JSON.stringify(deployed.value) === JSON.stringify(file.value);
  return { deployed: deployed.value, file: file.value, same };
}

/** An object that the other side has not counts as beside an empty one: its secrets are hidden in any case. */
function withObject(deployed: Place, file: Place, notes: Notes): Sides {
  const asObject = (place: Place): Place => (isObject(place.value) ? place : { ...place, value: {} });
  const { same, ...shown } = objectSides(asObject(deployed), asObject(file), notes);
  const isOdd = ({ value }: Place) => value !== undefined && !isObject(value);
  const side = ({ value }: Place, object: unknown) => {
    if (isObject(value) || (value === undefined && same)) return object;
    return value;
  };
  return {
    deployed: side(deployed, shown.deployed),
    file: side(file, shown.file),
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
    Object.fromEntries(children.flatMap((child) => (child[name] === undefined ? [] : [[child.key, child[name]]])));
  return { deployed: side('deployed'), file: side('file'), same: children.every(({ same }) => same) };
}
