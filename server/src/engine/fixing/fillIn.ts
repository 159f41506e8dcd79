// What to write for a property that is missing: the schema's proposal, with everything that it needs in its turn.

import { toPointer } from '../../jsonPointer.ts';
import { writePlaceholder } from '../../placeholder.ts';
import type { SecretNaming } from '../connection/secretNaming.ts';
import { isObject } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { childrenOf, type Place, placesIn, said, withValue } from '../schema/places.ts';

/** The object at `path` lacks the property. */
export interface Gap {
  readonly path: JsonPath;
  readonly name: string;
  /** What is proposed for it; without one, what the schema says first. */
  readonly value?: unknown;
}

export interface Filled {
  /** The value proposed for a gap; undefined where there is no object that could have it. */
  valueOf(gap: Gap): unknown;
  /** The values that a person may want other ones for, by JSON Pointer, and what can be chosen there. */
  choicesAt(pointer: string): readonly string[];
}

/** Properties that one answer adds at the most. */
const addedAtMost = 100;

/** Fills the gaps of a document's value, and those that the filling itself opens. */
export function fillIn(root: unknown, gaps: readonly Gap[], naming: SecretNaming): Filled {
  const filled = structuredClone(root);
  const begun = gaps.map(({ path, name }) => toPointer([...path, name]));
  const isNew = (pointer: string) => begun.some((start) => pointer === start || pointer.startsWith(`${start}/`));
  let open = gaps;
  let places = byPointer(filled);
  for (let left = addedAtMost; open.length > 0 && left > 0; left--) {
    for (const gap of open) propose(places.get(toPointer(gap.path)), gap, (at) => naming.nameFor(at, filled));
    places = byPointer(filled);
    open = [...places].filter(([pointer]) => isNew(pointer)).flatMap(([, place]) => gapsIn(place));
  }
  return {
    valueOf: ({ path, name }) => places.get(toPointer([...path, name]))?.value,
    choicesAt: (pointer) => choicesOf(places.get(pointer)),
  };
}

function byPointer(value: unknown): Map<string, Place> {
  return new Map(placesIn(value).map((place) => [toPointer(place.path), place]));
}

function gapsIn({ path, value, schemas }: Place): Gap[] {
  if (!isObject(value)) return [];
  const needed = new Set(schemas.flatMap(({ required = [] }) => required));
  return [...needed].filter((name) => !Object.hasOwn(value, name)).map((name) => ({ path, name }));
}

type NameSecret = (path: JsonPath) => string;

function propose(owner: Place | undefined, { name, value }: Gap, nameSecret: NameSecret): void {
  if (!owner || !isObject(owner.value) || Object.hasOwn(owner.value, name)) return;
  const [place] = childrenOf(withValue(owner, { [name]: undefined }));
  if (place) owner.value[name] = value ?? proposalFor(place, nameSecret);
}

function proposalFor(place: Place, nameSecret: NameSecret): unknown {
  const [choice] = choicesOf(place);
  const known = choice ?? said(place, 'const') ?? said(place, 'default') ?? said(place, 'examples')?.[0];
  if (known !== undefined) return structuredClone(known);
  if (said(place, 'writeOnly')) return writePlaceholder({ kind: 'secret', name: nameSecret(place.path) });
  switch (said(place, 'type')) {
    case 'object':
      return {};
    case 'array':
      return said(place, 'items')?.examples?.slice(0, 1) ?? [];
    case 'number':
    case 'integer':
      return 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}

function choicesOf(place: Place | undefined): readonly string[] {
  const listed = (place && said(place, 'enum')) ?? [];
  return listed.filter((value) => typeof value === 'string').filter((value) => value !== '');
}
