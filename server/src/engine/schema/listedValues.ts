// The values that the schemas list for a place, with what each means.
import type { Place } from './places.ts';
import { inWords } from './wording.ts';

export interface ListedValue {
  readonly value: unknown;
  readonly meaning: string | undefined;
}

/** In the order of the innermost schema that lists any; none where every value is welcome. */
export function listedValues({ schemas }: Place): ListedValue[] {
  const { enum: values = [], enumDescriptions = [] } = schemas.findLast((schema) => schema.enum !== undefined) ?? {};
  return values.map((value, index) => ({ value, meaning: inWords(enumDescriptions[index]) }));
}
