// The names by which a text can speak of places of a connection: its keys, and those that its schemas know besides.
import { isObject } from '../../json/document.ts';
import type { JsonPath } from '../../json/jsonPath.ts';
import { childAt, type Place, placeAt, said } from '../../schema/places.ts';

/** The name that a text has for a place. */
export interface Mention {
  readonly path: JsonPath;
  /** Nobody writes such a word by chance: it is in quotation marks, or has capitals, digits or signs in it. */
  readonly isSure: boolean;
}

/** Levels of objects that need not be there; no connection has more. */
const deepest = 4;

/** Segments of the longest name that is looked for: a way to a key that has dots itself. */
const longestName = 12;

export interface Names {
  /** The places that a text names, in the order of the text: of names inside of each other, the longest. */
  mentionedIn(text: string): Mention[];
  /** The place that a field's name leads to from the root, as far as it leads; undefined where it begins with nothing known. */
  resolve(field: string): JsonPath | undefined;
}

export function namesOf(sent: unknown): Names {
  const root = placeAt(sent, []);
  const named = byName(root);
  return {
    mentionedIn: (text) =>
      [...text.matchAll(/(["'`]?)([\w$@-]+(?:[.[\]/]+[\w$-]+)*)\]?\1/g)].flatMap(([, quote, run = '']) =>
        longestIn(segmentsOf(run), named).map((found) => ({ ...found, isSure: found.isSure || quote !== '' })),
      ),
    resolve: (field) => {
      const path = follow(root, segmentsOf(field).join('.'));
      return path.length > 0 ? path : undefined;
    },
  };
}

/** `/a/b`, `$.a.b` and `a["b"]` as a and b. */
function segmentsOf(field: string): string[] {
  return field.split(/[.[\]/"'`$]+/).filter((segment) => segment !== '');
}

/** The names in a run of segments, from left to right, each as long as it can be. */
function longestIn(segments: readonly string[], named: ReadonlyMap<string, JsonPath>): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start < segments.length; start++) {
    for (let end = Math.min(segments.length, start + longestName); end > start; end--) {
      const name = segments.slice(start, end).join('.');
      const path = named.get(name);
      if (!path) continue;
      mentions.push({ path, isSure: /[^a-z]/.test(name) });
      start = end - 1;
      break;
    }
  }
  return mentions;
}

/** Places by their key, and by their keys from any of the objects around them; what is there before what is not. */
function byName(root: Place): ReadonlyMap<string, JsonPath> {
  const named = new Map<string, JsonPath>();
  const places = [...below(root)].sort(
    (a, b) => Number(isAbsent(a)) - Number(isAbsent(b)) || a.path.length - b.path.length,
  );
  for (const { path } of places) {
    const keys = path.filter((key) => typeof key === 'string');
    for (let start = keys.length - 1; start >= 0; start--) {
      const name = keys.slice(start).join('.');
      if (!named.has(name)) named.set(name, path);
    }
  }
  return named;
}

function isAbsent({ value }: Place): boolean {
  return value === undefined;
}

function* below(place: Place): Generator<Place> {
  if (isAbsent(place) && place.path.length >= deepest) return;
  for (const key of keysOf(place)) {
    const child = childAt(place, key);
    // What a person cannot have left out.
    if (isAbsent(child) && (said(child, 'readOnly') || said(child, 'doNotSuggest'))) continue;
    yield child;
    yield* below(child);
  }
}

/** The keys that the place has or could have. */
function keysOf({ value, schemas }: Place): readonly (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  const known = schemas.flatMap(({ properties = {} }) => Object.keys(properties));
  return [...new Set([...(isObject(value) ? Object.keys(value) : []), ...known])];
}

/** Follows keys, which may have dots themselves, as far as they are known. */
function follow(place: Place, rest: string): JsonPath {
  const key = keysOf(place)
    .map(String)
    .filter((candidate) => rest === candidate || rest.startsWith(`${candidate}.`))
    .reduce<string | undefined>(
      (best, candidate) => (candidate.length > (best?.length ?? 0) ? candidate : best),
      undefined,
    );
  if (key === undefined || rest === '') return place.path;
  return follow(childAt(place, Array.isArray(place.value) ? Number(key) : key), rest.slice(key.length + 1));
}
