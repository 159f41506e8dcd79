// What a broken keyword amounts to, and what the schemas know of mistakes.
import type { JsonPath } from '../json/jsonPath.ts';
import type { keyRange } from '../json/ranges.ts';
import type { Mistake, Schema } from '../schema/schemaLookup.ts';
import type { FindingCode } from './finding.ts';
import type { Fix } from './fix.ts';

/** A broken keyword in words; the rule's severity and the schema's own rule are added to it. */
export interface Broken {
  /** The rule that it is unless the schema names another. */
  readonly code: FindingCode;
  /** The rule that it is even then. */
  readonly ownCode?: FindingCode;
  readonly message: string;
  readonly path?: JsonPath;
  readonly draw?: typeof keyRange;
  readonly fixes?: readonly Fix[];
}

/** What the schemas, those of one value from the innermost outwards, say that the key or value is mistaken for. */
export function mistakeFor(name: string, schemas: readonly Schema[]): Mistake | undefined {
  return schemas.find(({ mistaken = {} }) => Object.hasOwn(mistaken, name))?.mistaken?.[name];
}
