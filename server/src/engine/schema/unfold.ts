// A schema taken apart: what it says itself, and the schemas of the same value that it leads to.
import { type Condition, toCondition } from './condition.ts';
import { type Check, checksOf } from './keywords.ts';
import { resolve, type Schema } from './schemaLookup.ts';

export interface Unfolded {
  /** With its `$ref` followed. */
  readonly whole: Schema;
  /** What it says itself, alone in a list. */
  readonly own: readonly [Schema];
  /** Those of its own keywords. */
  readonly checks: readonly Check[];
  readonly allOf: readonly Schema[];
  /** A branch, and when it applies. */
  readonly branch: { readonly applies: Condition; readonly then: Schema } | undefined;
}

/** The schemas stay as they are, and each is met at many places of a document. */
const known = new WeakMap<Schema, Unfolded>();

export function unfold(schema: Schema): Unfolded {
  const before = known.get(schema);
  if (before) return before;
  const whole = resolve(schema);
  const { allOf = [], if: condition, then, ...own } = whole;
  const branch = condition && then && { applies: toCondition(condition), then };
  const unfolded: Unfolded = { whole, own: [own], checks: checksOf(whole), allOf, branch };
  known.set(schema, unfolded);
  return unfolded;
}

export function hasParts({ allOf, branch }: Unfolded): boolean {
  return allOf.length > 0 || branch !== undefined;
}

/** The schemas that speak of the value as well: all of `allOf`, and the branch whose condition holds. */
export function partsOf({ allOf, branch }: Unfolded, value: unknown): readonly Schema[] {
  return branch?.applies(value) ? [...allOf, branch.then] : allOf;
}
