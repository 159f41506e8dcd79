// What of a value the schemas do not allow: each broken keyword, with the schemas that it stands in.
import type { Broken } from './keywords.ts';
import type { Place } from './places.ts';
import type { Schema } from './schemaLookup.ts';
import { partsOf, unfold } from './unfold.ts';

export type Break = Broken & {
  /** The value at fault; for a missing property, the object that lacks it. */
  readonly place: Place;
  /** The schema that the keyword stands in, and those that it is a branch of, outwards. */
  readonly schemas: readonly [Schema, ...Schema[]];
};

/** Every broken keyword at these places, in their order. */
export function breaksAt(places: readonly Place[]): Break[] {
  const breaks: Break[] = [];
  for (const place of places) {
    for (const schema of place.given) judge(place, schema, [], breaks);
  }
  return breaks;
}

function judge(place: Place, schema: Schema, outer: readonly Schema[], breaks: Break[]): void {
  const { value } = place;
  const unfolded = unfold(schema);
  const schemas = [unfolded.whole, ...outer] as const;
  for (const check of unfolded.checks) {
    for (const broken of [check(value) ?? []].flat()) breaks.push({ ...broken, place, schemas });
  }
  for (const part of partsOf(unfolded, value)) judge(place, part, schemas, breaks);
}
