// A connection as Atlas gives it back: what in it is Atlas' own, and in which order its keys are written.
import { isObject } from '../json/document.ts';
import { childAt, childrenOf, type Place, placeAt, said } from '../schema/places.ts';
import { propertySchema, root } from '../schema/schemaLookup.ts';

/** The value without what only Atlas writes and what `leaveOut` names, its keys in the order of the schemas. */
export function writable(value: unknown, leaveOut: (place: Place) => boolean = () => false): unknown {
  const rewrite = (place: Place): unknown => {
    if (Array.isArray(place.value)) return childrenOf(place).map(rewrite);
    if (!isObject(place.value)) return place.value;
    const kept = childrenOf(place).filter((child) => child.value !== null && !isReadOnly(child) && !leaveOut(child));
    return Object.fromEntries(inOrder(place, kept).map((child) => [keyOf(child), rewrite(child)]));
  };
  return rewrite(placeAt(value, []));
}

/** The key of a property. */
export function keyOf({ path }: Place): string {
  return String(path.at(-1));
}

/** Whether a person may write any key there. */
export function isMap({ schemas }: Place): boolean {
  return schemas.some(({ additionalProperties }) => typeof additionalProperties === 'object');
}

/** Whether the value says no more than what Atlas assumes without it. */
export function isDefault(place: Place): boolean {
  const assumed = said(place, 'default');
  return assumed === undefined ? isObject(place.value) && childrenOf(place).every(isDefault) : assumed === place.value;
}

/** What Atlas assumes where nothing stands at a place; undefined where it assumes nothing. */
export function assumedAt(place: Place): unknown {
  const assumed = said(place, 'default');
  if (assumed !== undefined) return assumed;
  const inside = namesIn(place).flatMap((name) => {
    const value = assumedAt(childAt(place, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return inside.length > 0 ? Object.fromEntries(inside) : undefined;
}

/** The properties that the schemas of a place name, in their order. */
export function namesIn({ schemas }: Place): string[] {
  return [...new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** Atlas adds its links at every level, also where no schema knows them. */
function isReadOnly(place: Place): boolean {
  const readOnly = place.schemas.length > 0 ? said(place, 'readOnly') : propertySchema(root, keyOf(place)).readOnly;
  return readOnly === true;
}

/** What no schema names comes last, in its own order. */
function inOrder(owner: Place, children: readonly Place[]): Place[] {
  const names = namesIn(owner);
  const rank = (child: Place) => {
    const index = names.indexOf(keyOf(child));
    return index < 0 ? names.length : index;
  };
  return children.toSorted((a, b) => rank(a) - rank(b));
}
