// Small damage to JSON values, as a person does it: left out, misspelt, of the wrong type, in the wrong place.
import type { Random } from './random.ts';

/** Keys with values that they may have. */
export type Entries = readonly (readonly [key: string, value: unknown])[];

type Container = Record<string, unknown> | unknown[];

const odd: readonly unknown[] = [null, true, 3, '', ' ', [], {}, [null], { a: 1 }, '${secret:A}', 'é'.repeat(30)];

/** A copy of `value` with one or two changes, which take their words from `known`. */
export function mutate(value: Container, known: Entries, random: Random): Container {
  const copy = structuredClone(value);
  const changes: readonly ((place: Container, key: string) => void)[] = [
    remove,
    (place, key) => rename(place, key, random.pick(known)[0]),
    (place, key) => rename(place, key, key.slice(1) + key.slice(0, 1)),
    (place, key) => set(place, key, random.pick(odd)),
    (place, key) => set(place, key, random.pick(known)[1]),
    (place, key) => set(place, key, random.pick(known.filter(([other]) => other === key))?.[1] ?? key),
    (place) => add(place, ...random.pick(known)),
  ];
  for (let left = 1 + random.below(2); left > 0; left--) {
    const place = random.pick(containersIn(copy));
    const keys = Object.keys(place);
    if (keys.length > 0) random.pick(changes)(place, random.pick(keys));
  }
  return copy;
}

function containersIn(value: unknown): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Container, ...Object.values(value).flatMap(containersIn)];
}

function set(place: Container, key: string, value: unknown): void {
  Object.assign(place, { [key]: structuredClone(value) });
}

function remove(place: Container, key: string): void {
  if (Array.isArray(place)) place.splice(Number(key), 1);
  else delete place[key];
}

function rename(place: Container, from: string, to: string): void {
  if (Array.isArray(place)) return;
  set(place, to, place[from]);
  if (from !== to) delete place[from];
}

/** To an object, the property; to an array, more than it may hold. */
function add(place: Container, key: string, value: unknown): void {
  if (!Array.isArray(place)) set(place, key, value);
  else place.push(...Array.from({ length: 11 }, (_, index) => `https://host${index}.example.com`));
}
